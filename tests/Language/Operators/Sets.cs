// Rows of two queries put together.
using Pipeline.Model;

namespace Language;

/// <summary>UNION ALL.</summary>
[View<Shop>]
public sealed class UnionAll
{
    public int? Id { get; init; }
    public string Kind { get; init; }

    [Define]
    internal static Query<UnionAll> Define(Query<Sale> sales, Query<Customer> customers) =>
        (from s in sales select new UnionAll { Id = s.CustomerId, Kind = "SALE" })
            .Concat(from c in customers select new UnionAll { Kind = "CUSTOMER", Id = c.CustomerId });
}

/// <summary>UNION: each row once, null among them.</summary>
[View<Shop>]
public sealed class Union
{
    public int? Id { get; init; }

    [Define]
    internal static Query<Union> Define(Query<Sale> sales, Query<Customer> customers) =>
        (from s in sales select new Union { Id = s.CustomerId }).Union(from c in customers select new Union { Id = c.CustomerId });
}

/// <summary>INTERSECT.</summary>
[View<Shop>]
public sealed class Intersect
{
    public int? Id { get; init; }

    [Define]
    internal static Query<Intersect> Define(Query<Sale> sales, Query<Customer> customers) =>
        (from s in sales select new Intersect { Id = s.CustomerId }).Intersect(from c in customers select new Intersect { Id = c.CustomerId });
}

/// <summary>EXCEPT.</summary>
[View<Shop>]
public sealed class Except
{
    public int? Id { get; init; }

    [Define]
    internal static Query<Except> Define(Query<Sale> sales, Query<Customer> customers) =>
        (from s in sales select new Except { Id = s.CustomerId }).Except(from c in customers select new Except { Id = c.CustomerId });
}

/// <summary>Sets of sets.</summary>
[View<Shop>]
public sealed class SetsOfSets
{
    public string Text { get; init; }

    [Define]
    internal static Query<SetsOfSets> Define(Query<Sale> sales, Query<Customer> customers, Query<Budget> budgets) =>
        (from s in sales select new SetsOfSets { Text = s.StoreId })
            .Concat(from c in customers select new SetsOfSets { Text = c.Name })
            .Except((from b in budgets select new SetsOfSets { Text = b.StoreId }).Intersect(from s in sales select new SetsOfSets { Text = s.StoreId }));
}
