namespace Pipeline.Model.Tests;

/// <summary>A sale as the tills write it: all text.</summary>
public sealed class RawSale
{
    public string? Id { get; init; }
    public string? Store { get; init; }
    public string? Amount { get; init; }
    public int Arrival { get; init; }
}

/// <summary>A sale with types.</summary>
public sealed class Sale
{
    public required string Id { get; init; }
    public string? Store { get; init; }
    public int? CustomerId { get; init; }
    public decimal Amount { get; init; }
    public DateTime SoldAt { get; init; }
}

/// <summary>A customer's version.</summary>
public sealed class Customer
{
    [SurrogateKey] public long CustomerKey { get; init; }
    [BusinessKey] public int CustomerId { get; init; }
    public string? Segment { get; init; }
    [ValidFrom] public DateTime StartDate { get; init; }
    [ValidTo] public DateTime? EndDate { get; init; }
    [IsCurrent] public bool IsCurrent { get; init; }
}

[Stream] public sealed class RawSaleStream : Stream<RawSale>;
