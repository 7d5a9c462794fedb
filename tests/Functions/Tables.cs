// The arguments that every function is tried with: nulls, nothing, other alphabets, negative numbers, the ends of months and years.
using Pipeline.Model;

namespace Functions;

/// <summary>Everything of this model.</summary>
[Schema] public sealed class Tried;

/// <summary>Texts with a second text, a separator and a number.</summary>
[Table<Tried>]
public sealed class Texts
{
    [BusinessKey] public int Id { get; init; }
    public string? Text { get; init; }
    public string? Other { get; init; }
    public string Separator { get; init; }
    public int Number { get; init; }
}

/// <summary>Numbers of each kind.</summary>
[Table<Tried>]
public sealed class Numbers
{
    [BusinessKey] public int Id { get; init; }
    [Number(12, 3)] public decimal? Amount { get; init; }
    [Number(12, 2)] public decimal? Divisor { get; init; }
    public long? Bits { get; init; }
    public int Small { get; init; }
    public double Angle { get; init; }
    public int? Whole { get; init; }
}

/// <summary>Two times, a day and a number to move by.</summary>
[Table<Tried>]
public sealed class Times
{
    [BusinessKey] public int Id { get; init; }
    public DateTime At { get; init; }
    public DateTime? Until { get; init; }
    public DateOnly Day { get; init; }
    public DateOnly? Later { get; init; }
    public int Amount { get; init; }
    public long Epoch { get; init; }
}

/// <summary>Documents.</summary>
[Table<Tried>]
public sealed class Documents
{
    [BusinessKey] public int Id { get; init; }
    public Variant? Document { get; init; }
    public Variant? Other { get; init; }
    public string? Json { get; init; }
    public string Key { get; init; }
    public int Place { get; init; }
}
