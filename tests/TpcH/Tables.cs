// The tables of the TPC-H benchmark: a wholesaler's orders, with the names written out.
using Pipeline.Model;

namespace TpcH;

/// <summary>A wholesaler's orders.</summary>
[Schema] public sealed class Wholesale;

/// <summary>Parts of the world.</summary>
[Table<Wholesale>]
public sealed class Region
{
    [BusinessKey] public int RegionKey { get; init; }
    [Varchar(25)] public string Name { get; init; }
}

/// <summary>Nations, each in a region.</summary>
[Table<Wholesale>]
public sealed class Nation
{
    [BusinessKey] public int NationKey { get; init; }
    [Varchar(25)] public string Name { get; init; }
    public int RegionKey { get; init; }
}

/// <summary>Who offers parts.</summary>
[Table<Wholesale>]
public sealed class Supplier
{
    [BusinessKey] public int SupplierKey { get; init; }
    [Varchar(25)] public string Name { get; init; }
    [Varchar(40)] public string Address { get; init; }
    public int NationKey { get; init; }
    [Varchar(15)] public string Phone { get; init; }
    [Number(12, 2)] public decimal AccountBalance { get; init; }
    [Varchar(101)] public string Comment { get; init; }
}

/// <summary>What is sold.</summary>
[Table<Wholesale>]
public sealed class Part
{
    [BusinessKey] public int PartKey { get; init; }
    [Varchar(55)] public string Name { get; init; }
    [Varchar(25)] public string Manufacturer { get; init; }
    [Varchar(10)] public string Brand { get; init; }
    [Varchar(25)] public string Type { get; init; }
    public int Size { get; init; }
    [Varchar(10)] public string Container { get; init; }
    [Number(12, 2)] public decimal RetailPrice { get; init; }
}

/// <summary>Which supplier offers which part, at what cost.</summary>
[Table<Wholesale>]
public sealed class Offer
{
    [BusinessKey] public int PartKey { get; init; }
    [BusinessKey] public int SupplierKey { get; init; }
    public int AvailableQuantity { get; init; }
    [Number(12, 2)] public decimal SupplyCost { get; init; }
}

/// <summary>Who buys.</summary>
[Table<Wholesale>]
public sealed class Customer
{
    [BusinessKey] public int CustomerKey { get; init; }
    [Varchar(25)] public string Name { get; init; }
    [Varchar(40)] public string Address { get; init; }
    public int NationKey { get; init; }
    [Varchar(15)] public string Phone { get; init; }
    [Number(12, 2)] public decimal AccountBalance { get; init; }
    [Varchar(10)] public string MarketSegment { get; init; }
    [Varchar(117)] public string Comment { get; init; }
}

/// <summary>What is ordered at one time by one customer.</summary>
[Table<Wholesale>(Name = "ORDERS")]
public sealed class Order
{
    [BusinessKey] public int OrderKey { get; init; }
    public int CustomerKey { get; init; }
    [Varchar(1)] public string Status { get; init; }
    [Number(12, 2)] public decimal TotalPrice { get; init; }
    public DateOnly OrderDate { get; init; }
    [Varchar(15)] public string Priority { get; init; }
    public int ShipPriority { get; init; }
    [Varchar(79)] public string Comment { get; init; }
}

/// <summary>One part of an order, from one supplier.</summary>
[Table<Wholesale>]
public sealed class LineItem
{
    [BusinessKey] public int OrderKey { get; init; }
    [BusinessKey] public int LineNumber { get; init; }
    public int PartKey { get; init; }
    public int SupplierKey { get; init; }
    [Number(12, 2)] public decimal Quantity { get; init; }
    [Number(12, 2)] public decimal ExtendedPrice { get; init; }
    [Number(3, 2)] public decimal Discount { get; init; }
    [Number(3, 2)] public decimal Tax { get; init; }
    [Varchar(1)] public string ReturnFlag { get; init; }
    [Varchar(1)] public string LineStatus { get; init; }
    public DateOnly ShipDate { get; init; }
    public DateOnly CommitDate { get; init; }
    public DateOnly ReceiptDate { get; init; }
    [Varchar(25)] public string ShipInstructions { get; init; }
    [Varchar(10)] public string ShipMode { get; init; }
}
