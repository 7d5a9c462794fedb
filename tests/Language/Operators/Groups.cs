// Rows looked at together.
using Pipeline.Model;

namespace Language;

/// <summary>GROUP BY with HAVING; nulls alone add up to 0, as in C#.</summary>
[View<Shop>]
public sealed class GroupBy
{
    public string StoreId { get; init; }
    public Channel Channel { get; init; }
    public long Sales { get; init; }
    [Number(38, 2)] public decimal Total { get; init; }
    [Number(38, 2)] public decimal? Discount { get; init; }
    [Number(38, 8)] public decimal? Mean { get; init; }
    [Number(38, 8)] public decimal? Median { get; init; }
    public DateTime? LastPaid { get; init; }
    public long Customers { get; init; }
    public long WithNote { get; init; }
    public string? NoteOfLast { get; init; }
    public bool AllPaid { get; init; }
    public bool AnyVoid { get; init; }
    public string Notes { get; init; }

    [Define]
    internal static Query<GroupBy> Define(Query<Sale> sales) =>
        from s in sales
        group s by (s.StoreId, s.Channel) into g
        where g.Count() > 0
        select new GroupBy
        {
            StoreId = g.Key.StoreId,
            Channel = g.Key.Channel,
            Sales = g.Count(),
            Total = g.Sum(s => s.Amount),
            Discount = g.Sum(s => s.Discount),
            Mean = g.Average(s => s.Discount),
            Median = g.Percentile(0.5, s => s.Amount),
            LastPaid = g.Max(s => s.PaidAt),
            Customers = g.CountDistinct(s => s.CustomerId),
            WithNote = g.Count(s => s.Note != null),
            NoteOfLast = g.Last(s => s.Note, s => (s.PaidAt, s.SaleId)),
            AllPaid = g.All(s => s.PaidAt != null),
            AnyVoid = g.Any(s => s.Note == "void"),
            Notes = g.Join("|", s => s.Note),
        };
}

/// <summary>A group of groups.</summary>
[View<Shop>]
public sealed class GroupOfGroups
{
    public long Sales { get; init; }
    public long Stores { get; init; }

    [Define]
    internal static Query<GroupOfGroups> Define(Query<Sale> sales) =>
        from s in sales
        group s by s.StoreId into store
        group store by store.Count() into same
        select new GroupOfGroups { Sales = same.Key, Stores = same.Count() };
}

/// <summary>A key of a record, and one that is null.</summary>
[View<Shop>]
public sealed class GroupByRecord
{
    public int? CustomerId { get; init; }
    public string Month { get; init; }
    public long Sales { get; init; }

    [Define]
    internal static Query<GroupByRecord> Define(Query<Sale> sales) =>
        from s in sales
        group s by new BuyerMonth(s.CustomerId, $"{s.SoldOn:yyyy-MM}") into g
        select new GroupByRecord { CustomerId = g.Key.CustomerId, Month = g.Key.Month, Sales = g.Count() };

    internal sealed record BuyerMonth(int? CustomerId, string Month);
}

/// <summary>Values that become columns: PIVOT.</summary>
[View<Shop>]
public sealed class PivotRows
{
    public string StoreId { get; init; }
    [Number(38, 2)] public decimal Web { get; init; }
    [Number(38, 2)] public decimal Store { get; init; }
    [Number(12, 2)] public decimal? LargestByPhone { get; init; }
    public long ByPhone { get; init; }

    [Define]
    internal static Query<PivotRows> Define(Query<Sale> sales) =>
        from p in sales.Pivot(s => s.StoreId, s => s.Channel, s => (decimal?)s.Amount)
        select new PivotRows
        {
            StoreId = p.Key,
            Web = p.Sum(Channel.Web) ?? 0,
            Store = p.Sum(Channel.Store) ?? 0,
            LargestByPhone = p.Max(Channel.Phone),
            ByPhone = p.Count(Channel.Phone),
        };
}

/// <summary>Columns that become rows: UNPIVOT.</summary>
[View<Shop>]
public sealed class UnpivotRows
{
    public string StoreId { get; init; }
    public string Season { get; init; }
    [Number(13, 2)] public decimal? Amount { get; init; }

    [Define]
    internal static Query<UnpivotRows> Define(Query<Budget> budgets) =>
        from b in budgets
        from part in Sql.Unpivot((Season: "SPRING", Amount: b.Spring), (Season: "SUMMER", Amount: b.Summer), (Season: "BOTH", Amount: b.Spring + b.Summer))
        select new UnpivotRows { StoreId = b.StoreId, Season = part.Season, Amount = part.Amount };
}

/// <summary>A constant as the key: one group of all rows, and none of no rows.</summary>
[View<Shop>]
public sealed class GroupOfAll
{
    public string Of { get; init; }
    public long Sales { get; init; }

    [Define]
    internal static Query<GroupOfAll> Define(Query<Sale> sales)
    {
        var all = from s in sales group s by 1 into g select new GroupOfAll { Of = "ALL", Sales = g.Count() };
        var none = from s in sales where s.Quantity > 1_000 group s by 1 into g select new GroupOfAll { Of = "NONE", Sales = g.Count() };
        return all.Concat(none);
    }
}

/// <summary>What is computed of other rows as a key, and as an order.</summary>
[View<Shop>]
public sealed class GroupBySubquery
{
    public long Orders { get; init; }
    public long Customers { get; init; }

    [Define]
    internal static Query<GroupBySubquery> Define(Query<Customer> customers, Query<Sale> sales)
    {
        var busiest = customers.OrderByDescending(c => sales.Count(s => s.CustomerId == c.CustomerId)).ThenBy(c => c.CustomerId).Take(3);
        return
            from c in busiest
            join s in sales on c.CustomerId equals s.CustomerId into placed
            group c by placed.Count() into same
            select new GroupBySubquery { Orders = same.Key, Customers = same.Count() };
    }
}
