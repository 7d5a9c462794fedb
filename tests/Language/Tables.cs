// What the queries of this model read: small tables with every kind of null.
using Pipeline.Model;

namespace Language;

/// <summary>Everything of this model.</summary>
[Schema] public sealed class Shop;

/// <summary>Where a sale was made. The numbers aren't in the order of the names.</summary>
public enum Channel { Store = 3, Web = 1, Phone = 2 }

/// <summary>Sales.</summary>
[Table<Shop>]
public sealed class Sale
{
    [BusinessKey] public int SaleId { get; init; }
    public int? CustomerId { get; init; }
    [Varchar(10)] public string StoreId { get; init; }
    [Number(12, 2)] public decimal Amount { get; init; }
    [Number(12, 2)] public decimal? Discount { get; init; }
    public int Quantity { get; init; }
    public DateTime SoldAt { get; init; }
    public DateTime? PaidAt { get; init; }
    public DateOnly SoldOn { get; init; }
    public Channel Channel { get; init; }
    public string? Note { get; init; }
    [Varchar(3)] public string Currency { get; init; }
}

/// <summary>Customers.</summary>
[Table<Shop>]
public sealed class Customer
{
    [BusinessKey] public int CustomerId { get; init; }
    public string Name { get; init; }
    public string? Segment { get; init; }
}

/// <summary>Employees and whom they report to.</summary>
[Table<Shop>]
public sealed class Employee
{
    [BusinessKey] public int EmployeeId { get; init; }
    public int? ManagerId { get; init; }
    public string Name { get; init; }
}

/// <summary>Exchange rates, each from its day on.</summary>
[Table<Shop>]
public sealed class Rate
{
    [BusinessKey, Varchar(3)] public string Currency { get; init; }
    [BusinessKey] public DateTime ValidFrom { get; init; }
    [Number(10, 4)] public decimal Factor { get; init; }
}

/// <summary>A budget per quarter, side by side.</summary>
[Table<Shop>]
public sealed class Budget
{
    [BusinessKey, Varchar(10)] public string StoreId { get; init; }
    [Number(12, 2)] public decimal? Spring { get; init; }
    [Number(12, 2)] public decimal? Summer { get; init; }
}

/// <summary>Orders as documents.</summary>
[Table<Shop>]
public sealed class Document
{
    [BusinessKey] public int DocumentId { get; init; }
    public Variant Body { get; init; }
}

/// <summary>What happened, with values of every type.</summary>
[Table<Shop>]
public sealed class Event
{
    [BusinessKey] public Guid EventId { get; init; }
    public Guid? ParentId { get; init; }
    public DateTimeOffset HappenedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public TimeOnly Clock { get; init; }
    public TimeOnly? Closes { get; init; }
    public bool Flag { get; init; }
    public bool? Maybe { get; init; }
    public long Big { get; init; }
    public short Small { get; init; }
    public byte Tiny { get; init; }
    public double Ratio { get; init; }
    public double? MaybeRatio { get; init; }
    public Channel? Channel { get; init; }
    public Variant? Tags { get; init; }
    public DateOnly? Day { get; init; }
    public char? Letter { get; init; }
}

/// <summary>What a document holds.</summary>
public sealed class Order
{
    [FromField("lines")] public IReadOnlyList<Line>? Lines { get; init; }
    [FromField("tags")] public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>A line of an order.</summary>
    public sealed class Line
    {
        [FromField("sku")] public string? Sku { get; init; }
        [FromField("price")] public decimal? Price { get; init; }
    }
}
