// Operators that meet.
using Pipeline.Model;

namespace Language;

/// <summary>A line that two steps share.</summary>
public sealed class SaleLine
{
    public int SaleId { get; init; }
    public string StoreId { get; init; } = "";
    public decimal Amount { get; init; }
}

/// <summary>Queries that others are made of.</summary>
public static class Steps
{
    public static Query<SaleLine> Lines(Query<Sale> sales, Channel channel) =>
        from s in sales where s.Channel == channel select new SaleLine { SaleId = s.SaleId, StoreId = s.StoreId, Amount = s.Amount };

    public static Query<SaleLine> Big(Query<Sale> sales) => Lines(sales, Channel.Web).Concat(Lines(sales, Channel.Store)).Where(l => l.Amount > 10);

    public static (string Store, decimal Amount) Pair(Sale s) => (s.StoreId, s.Amount);
}

/// <summary>An outer join, an as-of join, and subqueries over the same tables.</summary>
[View<Shop>]
public sealed class JoinsAndSubqueries
{
    public int SaleId { get; init; }
    public string? Name { get; init; }
    [Number(38, 6)] public decimal? Euros { get; init; }
    public string Tier { get; init; }
    public long Others { get; init; }
    public bool Known { get; init; }
    public bool Bought { get; init; }

    [Define]
    internal static Query<JoinsAndSubqueries> Define(Query<Sale> sales, Query<Customer> customers, Query<Rate> rates) =>
        from s in sales
        join c in customers.Optional() on s.CustomerId equals c.CustomerId
        join r in rates.AsOf() on (s.Currency, s.SoldAt) equals (r.Currency, r.ValidFrom)
        let rate = r?.Factor ?? 1m
        let euros = s.Amount * rate
        where c == null || c.Segment != "BLOCKED"
        select new JoinsAndSubqueries
        {
            SaleId = s.SaleId,
            Name = c?.Name,
            Euros = euros,
            Tier = (c, euros) switch { (null, _) => "unknown", ({ Segment: "GOLD" }, > 50) => "gold+", ({ Segment: var seg }, _) => seg ?? "none" },
            Others = sales.Count(o => o.CustomerId == s.CustomerId && o.SaleId != s.SaleId),
            Known = customers.Any(x => x.CustomerId == s.CustomerId),
            Bought = customers.Select(x => x.CustomerId).Contains(s.SaleId),
        };
}

/// <summary>Filter, group, filter the groups, and a window over them.</summary>
[View<Shop>]
public sealed class FluentSteps
{
    public string StoreId { get; init; }
    public Channel Channel { get; init; }
    [Number(38, 2)] public decimal Total { get; init; }
    [Number(38, 2)] public decimal Running { get; init; }
    public long Rank { get; init; }
    public DateOnly Month { get; init; }

    [Define]
    internal static Query<FluentSteps> Define(Query<Sale> sales) =>
        sales
            .Where(s => s.Amount > 1)
            .GroupBy(s => (s.StoreId, s.Channel, Month: new DateOnly(s.SoldAt.Year, s.SoldAt.Month, 1)))
            .Where(g => g.Sum(s => s.Amount) > 5)
            .Select(g => new { g.Key.StoreId, g.Key.Channel, g.Key.Month, Total = g.Sum(s => s.Amount) })
            .Select(t => new { t, w = 1 })
            .Window(x => x.t.StoreId, x => (x.t.Total, x.t.Channel))
            .Select(w => new FluentSteps
            {
                StoreId = w.Row.t.StoreId, Channel = w.Row.t.Channel, Total = w.Row.t.Total, Month = w.Row.t.Month,
                Running = w.RunningSum(x => x.t.Total), Rank = w.RowNumber,
            });
}

/// <summary>A union without some of its rows.</summary>
[View<Shop>]
public sealed class UnionExcept
{
    public string? Value { get; init; }
    public int Origin { get; init; }

    [Define]
    internal static Query<UnionExcept> Define(Query<Sale> sales, Query<Customer> customers)
    {
        var notes = sales.Select(s => new { Value = s.Note, N = 1 });
        var names = from c in customers where c.Segment != null select new { Value = (string?)c.Name, N = 2 };
        return from x in notes.Union(names).Except(notes.Where(n => n.Value == "void"))
               select new UnionExcept { Value = x.Value, Origin = x.N };
    }
}

/// <summary>Groups that are joined to further rows.</summary>
[View<Shop>]
public sealed class GroupIntoJoin
{
    public int? CustomerId { get; init; }
    public long Stores { get; init; }
    public string? Notes { get; init; }
    [Number(38, 6)] public decimal? Mean { get; init; }
    public bool AnyWeb { get; init; }
    public string? Segment { get; init; }
    public double? Share { get; init; }

    [Define]
    internal static Query<GroupIntoJoin> Define(Query<Sale> sales, Query<Customer> customers) =>
        from s in sales
        group s by s.CustomerId into g
        join c in customers.Optional() on g.Key equals c.CustomerId
        let total = g.Sum(x => x.Amount)
        where total > 1 || g.Key == null
        select new GroupIntoJoin
        {
            CustomerId = g.Key,
            Stores = g.CountDistinct(x => x.StoreId),
            Notes = g.Join(",", x => x.Note),
            Mean = Math.Round(g.Average(x => x.Amount) ?? 0, 6),
            AnyWeb = g.Any(x => x.Channel == Channel.Web),
            Segment = c?.Segment?.ToLowerInvariant(),
            Share = (double?)g.Sum(x => x.Discount) / (double?)total,
        };
}

/// <summary>A record as the key of groups.</summary>
[View<Shop>]
public sealed class GroupByBuyer
{
    public int? CustomerId { get; init; }
    public string StoreId { get; init; }
    [Number(38, 2)] public decimal Total { get; init; }
    public long Count { get; init; }
    public DateTime? LastAt { get; init; }
    public string? BestNote { get; init; }

    [Define]
    internal static Query<GroupByBuyer> Define(Query<Sale> sales) =>
        from s in sales
        group s by new Buyer(s.CustomerId, s.StoreId) into g
        where g.Count() > 0
        select new GroupByBuyer
        {
            CustomerId = g.Key.CustomerId,
            StoreId = g.Key.StoreId,
            Total = g.Sum(x => x.Amount),
            Count = g.Count(x => x.Note != null),
            LastAt = g.Max(x => x.PaidAt),
            BestNote = g.Min(x => x.Note),
        };
}

/// <summary>A step that is read twice, with a subquery beside it.</summary>
[View<Shop>]
public sealed class SharedSteps
{
    public string StoreId { get; init; }
    public int SaleId { get; init; }
    [Number(38, 2)] public decimal OfStore { get; init; }
    [Number(38, 2)] public decimal? Largest { get; init; }
    public bool IsFirst { get; init; }
    public int? Nothing { get; init; }
    [Number(38, 2)] public decimal? NoAmount { get; init; }

    [Define]
    internal static Query<SharedSteps> Define(Query<Sale> sales)
    {
        var totals = from l in Steps.Big(sales) group l by l.StoreId into g select new { StoreId = g.Key, Total = g.Sum(x => x.Amount) };
        return from l in Steps.Big(sales)
               join t in totals on l.StoreId equals t.StoreId
               let max = sales.Where(s => s.StoreId == l.StoreId).Max(s => (decimal?)s.Amount)
               select new SharedSteps { StoreId = l.StoreId, SaleId = l.SaleId, OfStore = t.Total, Largest = max, IsFirst = l.Amount == max, Nothing = null, NoAmount = default };
    }
}

/// <summary>The first of other rows, and patterns over them.</summary>
[View<Shop>]
public sealed class FirstRows
{
    public string StoreId { get; init; }
    public string Note { get; init; }
    public int Signed { get; init; }
    public DateTime? PaidAfter { get; init; }
    public string? Why { get; init; }

    [Define]
    internal static Query<FirstRows> Define(Query<Sale> sales, Query<Customer> customers) =>
        from s in sales
        let p = Steps.Pair(s)
        let first = sales.Where(o => o.StoreId == p.Store).OrderBy(o => o.SoldAt).ThenByDescending(o => o.SaleId).FirstOrDefault()
        let c = customers.Where(x => x.CustomerId == s.CustomerId).OrderBy(x => x.Name).FirstOrDefault()
        where !(s.Note == null && s.PaidAt == null) && (s.CustomerId, s.StoreId) is not (99, _)
        select new FirstRows
        {
            StoreId = p.Store,
            Note = s.Note ?? first?.Note ?? c?.Name ?? "-",
            Signed = s.Quantity is var q && q > 2 ? q : -q,
            PaidAfter = s.PaidAt > s.SoldAt ? s.PaidAt : null,
            Why = s switch { { PaidAt: { } paid } when paid < s.SoldAt => "paid before", { PaidAt: null } => null, { PaidAt: var paid } => $"{paid:yyyy-MM-dd}" },
        };
}

/// <summary>Elements of an array that may not be there.</summary>
[View<Shop>]
public sealed class FlattenOptional
{
    public int DocumentId { get; init; }
    public string? Sku { get; init; }
    [Number(38, 4)] public decimal? Price { get; init; }
    public string? Tag { get; init; }
    public int? Lines { get; init; }

    [Define]
    internal static Query<FlattenOptional> Define(Query<Document> documents) =>
        from d in documents
        let order = d.Body.As<Order>()
        from line in Sql.Flatten(order?.Lines).DefaultIfEmpty()
        where line?.Price is null or > 0.1m
        select new FlattenOptional
        {
            DocumentId = d.DocumentId,
            Sku = line?.Sku?.ToUpperInvariant(),
            Price = Math.Round(line?.Price ?? 0, 4),
            Tag = order?.Tags is { Count: > 0 } tags ? tags[0] : null,
            Lines = order?.Lines?.Count,
        };
}
