// Rows that no table has.
using Pipeline.Model;

namespace Language;

/// <summary>A series of numbers.</summary>
[View<Shop>]
public sealed class NumberSeries
{
    public long Number { get; init; }
    public long Square { get; init; }

    [Define]
    internal static Query<NumberSeries> Define() =>
        from n in Sql.Numbers(-2, 6) select new NumberSeries { Number = n, Square = n * n };
}

/// <summary>A row for each day, also those on which nothing was sold.</summary>
[View<Shop>]
public sealed class DaySeries
{
    public DateOnly Day { get; init; }
    public long Sales { get; init; }

    [Define]
    internal static Query<DaySeries> Define(Query<Sale> sales) =>
        from day in Sql.Days(new DateOnly(2024, 2, 27), new DateOnly(2024, 3, 5))
        join s in sales on day equals s.SoldOn into sold
        select new DaySeries { Day = day, Sales = sold.Count() };
}

/// <summary>A tree from its roots down: WITH RECURSIVE.</summary>
[View<Shop>]
public sealed class Hierarchy
{
    public int EmployeeId { get; init; }
    public int Depth { get; init; }
    public string Path { get; init; }

    [Define]
    internal static Query<Hierarchy> Define(Query<Employee> employees) =>
        (from e in employees
         where e.ManagerId == null
         select new Hierarchy { EmployeeId = e.EmployeeId, Depth = 0, Path = e.Name })
        .Recurse(above =>
            from a in above
            join e in employees on a.EmployeeId equals e.ManagerId
            select new Hierarchy { EmployeeId = e.EmployeeId, Depth = a.Depth + 1, Path = a.Path + "/" + e.Name });
}

/// <summary>A row for each element of an array in a document.</summary>
[View<Shop>]
public sealed class FlattenLines
{
    public int DocumentId { get; init; }
    public string? Sku { get; init; }
    [Number(28, 8)] public decimal? Price { get; init; }

    [Define]
    internal static Query<FlattenLines> Define(Query<Document> documents) =>
        from d in documents
        from line in Sql.Flatten(d.Body.As<Order>()?.Lines)
        where line.Price > 1
        select new FlattenLines { DocumentId = d.DocumentId, Sku = line.Sku, Price = line.Price };
}

/// <summary>The elements of an array of texts; a document without one stays.</summary>
[View<Shop>]
public sealed class FlattenTags
{
    public int DocumentId { get; init; }
    public string? Tag { get; init; }

    [Define]
    internal static Query<FlattenTags> Define(Query<Document> documents) =>
        from d in documents
        from tag in Sql.Flatten(d.Body.As<Order>()?.Tags).DefaultIfEmpty()
        select new FlattenTags { DocumentId = d.DocumentId, Tag = tag };
}
