// Rows of two tables side by side.
using Pipeline.Model;

namespace Language;

/// <summary>INNER JOIN; a null key matches nothing.</summary>
[View<Shop>]
public sealed class InnerJoin
{
    public int SaleId { get; init; }
    public string Name { get; init; }

    [Define]
    internal static Query<InnerJoin> Define(Query<Sale> sales, Query<Customer> customers) =>
        from s in sales
        join c in customers on s.CustomerId equals c.CustomerId
        select new InnerJoin { SaleId = s.SaleId, Name = c.Name };
}

/// <summary>LEFT JOIN: <c>Optional()</c> on the right.</summary>
[View<Shop>]
public sealed class LeftJoin
{
    public int SaleId { get; init; }
    public string Segment { get; init; }
    public bool IsKnown { get; init; }

    [Define]
    internal static Query<LeftJoin> Define(Query<Sale> sales, Query<Customer> customers) =>
        from s in sales
        join c in customers.Optional() on s.CustomerId equals c.CustomerId
        select new LeftJoin { SaleId = s.SaleId, Segment = c?.Segment ?? "UNKNOWN", IsKnown = c != null };
}

/// <summary>RIGHT JOIN: <c>Optional()</c> on the left.</summary>
[View<Shop>]
public sealed class RightJoin
{
    public string Name { get; init; }
    public int? SaleId { get; init; }
    public bool HasBought { get; init; }

    [Define]
    internal static Query<RightJoin> Define(Query<Sale> sales, Query<Customer> customers) =>
        from s in sales.Where(s => s.Quantity > 0).Optional()
        join c in customers on s.CustomerId equals c.CustomerId
        select new RightJoin { Name = c.Name, SaleId = s?.SaleId, HasBought = s != null };
}

/// <summary>FULL JOIN: <c>Optional()</c> on both sides.</summary>
[View<Shop>]
public sealed class FullJoin
{
    public string? Name { get; init; }
    public int? SaleId { get; init; }
    public string Found { get; init; }

    [Define]
    internal static Query<FullJoin> Define(Query<Sale> sales, Query<Customer> customers) =>
        from s in sales.Optional()
        join c in customers.Optional() on s.CustomerId equals c.CustomerId
        select new FullJoin
        {
            Name = c?.Name,
            SaleId = s?.SaleId,
            Found = (s, c) switch { (null, _) => "CUSTOMER", (_, null) => "SALE", _ => "BOTH" },
        };
}

/// <summary>FULL JOIN of what is computed: a side may stand alone because its key is null.</summary>
[View<Shop>]
public sealed class FullJoinOfSteps
{
    public int? CustomerId { get; init; }
    public long? Sales { get; init; }
    public bool HasSales { get; init; }

    [Define]
    internal static Query<FullJoinOfSteps> Define(Query<Sale> sales, Query<Customer> customers)
    {
        var perCustomer = from s in sales group s by s.CustomerId into g select new { CustomerId = g.Key, Sales = g.Count() };
        return
            from p in perCustomer.Optional()
            join c in customers.Optional() on p.CustomerId equals c.CustomerId
            select new FullJoinOfSteps { CustomerId = c?.CustomerId, Sales = p?.Sales, HasSales = p != null };
    }
}

/// <summary>CROSS JOIN: a second <c>from</c>.</summary>
[View<Shop>]
public sealed class CrossJoin
{
    public string Name { get; init; }
    public string StoreId { get; init; }

    [Define]
    internal static Query<CrossJoin> Define(Query<Customer> customers, Query<Budget> budgets) =>
        from c in customers
        from b in budgets
        select new CrossJoin { Name = c.Name, StoreId = b.StoreId };
}

/// <summary>A second <c>from</c> over filtered rows is a join by that filter, of any condition.</summary>
[View<Shop>]
public sealed class JoinByCondition
{
    public int SaleId { get; init; }
    public int LaterId { get; init; }

    [Define]
    internal static Query<JoinByCondition> Define(Query<Sale> sales) =>
        from s in sales
        from later in sales.Where(x => x.StoreId == s.StoreId && x.SoldAt > s.SoldAt)
        select new JoinByCondition { SaleId = s.SaleId, LaterId = later.SaleId };
}

/// <summary><c>join .. into</c>: what is computed of the inner rows.</summary>
[View<Shop>]
public sealed class JoinInto
{
    public int CustomerId { get; init; }
    public long Orders { get; init; }
    public decimal Spent { get; init; }
    public decimal? Largest { get; init; }
    public bool HasWeb { get; init; }

    [Define]
    internal static Query<JoinInto> Define(Query<Customer> customers, Query<Sale> sales) =>
        from c in customers
        join s in sales on c.CustomerId equals s.CustomerId into orders
        select new JoinInto
        {
            CustomerId = c.CustomerId,
            Orders = orders.Count(),
            Spent = orders.Sum(s => s.Amount),
            Largest = orders.Max(s => (decimal?)s.Amount),
            HasWeb = orders.Any(s => s.Channel == Channel.Web),
        };
}

/// <summary><c>join .. into</c> and <c>DefaultIfEmpty</c>: C#'s own words for a left join.</summary>
[View<Shop>]
public sealed class JoinIntoLeft
{
    public string Name { get; init; }
    public int? SaleId { get; init; }

    [Define]
    internal static Query<JoinIntoLeft> Define(Query<Customer> customers, Query<Sale> sales) =>
        from c in customers
        join s in sales on c.CustomerId equals s.CustomerId into orders
        from s in orders.DefaultIfEmpty()
        select new JoinIntoLeft { Name = c.Name, SaleId = s?.SaleId };
}

/// <summary>ASOF JOIN: the last part of the key is the time, and the latest row not after it is found.</summary>
[View<Shop>]
public sealed class AsOfJoin
{
    public int SaleId { get; init; }
    [Number(10, 4)] public decimal? Factor { get; init; }
    public bool HasRate { get; init; }

    [Define]
    internal static Query<AsOfJoin> Define(Query<Sale> sales, Query<Rate> rates) =>
        from s in sales
        join r in rates.AsOf() on (s.Currency, s.SoldAt) equals (r.Currency, r.ValidFrom)
        select new AsOfJoin { SaleId = s.SaleId, Factor = r?.Factor, HasRate = r is not null };
}
