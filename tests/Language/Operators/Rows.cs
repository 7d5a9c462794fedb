// Which rows there are, and in which order.
using Pipeline.Model;

namespace Language;

/// <summary>WHERE, and names for what is computed.</summary>
[View<Shop>]
public sealed class WhereAndLet
{
    public int SaleId { get; init; }
    [Number(14, 2)] public decimal Net { get; init; }
    [Number(38, 2)] public decimal Twice { get; init; }

    [Define]
    internal static Query<WhereAndLet> Define(Query<Sale> sales) =>
        from s in sales
        let net = s.Amount - (s.Discount ?? 0)
        where net > 5 && s.Note != "void"
        select new WhereAndLet { SaleId = s.SaleId, Net = net, Twice = net * 2 };
}

/// <summary>ORDER BY with LIMIT and OFFSET: nulls are less than all else, as in C#.</summary>
[View<Shop>]
public sealed class SkipAndTake
{
    public int SaleId { get; init; }
    public DateTime? PaidAt { get; init; }

    [Define]
    internal static Query<SkipAndTake> Define(Query<Sale> sales) =>
        (from s in sales
         orderby s.PaidAt descending, s.SaleId
         select new SkipAndTake { SaleId = s.SaleId, PaidAt = s.PaidAt }).Skip(2).Take(4);
}

/// <summary>NULLS LAST and NULLS FIRST where they aren't to be where C# has them.</summary>
[View<Shop>]
public sealed class NullsPlaced
{
    public int SaleId { get; init; }

    [Define]
    internal static Query<NullsPlaced> Define(Query<Sale> sales) =>
        (from s in sales
         orderby Sql.NullsLast(s.PaidAt), Sql.NullsFirst(s.Note) descending, s.SaleId
         select new NullsPlaced { SaleId = s.SaleId }).Take(5);
}

/// <summary>An enum is text in the table, and orders by its numbers as in C#.</summary>
[View<Shop>]
public sealed class OrderByEnum
{
    public int SaleId { get; init; }
    public Channel Channel { get; init; }

    [Define]
    internal static Query<OrderByEnum> Define(Query<Sale> sales) =>
        (from s in sales
         where s.Channel >= Channel.Phone
         orderby s.Channel, s.SaleId
         select new OrderByEnum { SaleId = s.SaleId, Channel = s.Channel }).Take(3);
}

/// <summary>OFFSET alone.</summary>
[View<Shop>]
public sealed class SkipAlone
{
    public int SaleId { get; init; }

    [Define]
    internal static Query<SkipAlone> Define(Query<Sale> sales) =>
        (from s in sales orderby s.SaleId select new SkipAlone { SaleId = s.SaleId }).Skip(3);
}

/// <summary>DISTINCT.</summary>
[View<Shop>]
public sealed class DistinctRows
{
    public string StoreId { get; init; }
    public int? CustomerId { get; init; }

    [Define]
    internal static Query<DistinctRows> Define(Query<Sale> sales) =>
        (from s in sales select new DistinctRows { StoreId = s.StoreId, CustomerId = s.CustomerId }).Distinct();
}

/// <summary>The latest row of each key: QUALIFY.</summary>
[View<Shop>]
public sealed class LatestRows
{
    public string StoreId { get; init; }
    public int SaleId { get; init; }

    [Define]
    internal static Query<LatestRows> Define(Query<Sale> sales) =>
        from s in sales.LatestBy(s => s.StoreId, s => (s.PaidAt, s.SaleId))
        select new LatestRows { StoreId = s.StoreId, SaleId = s.SaleId };
}
