namespace Loads.Tests.Histories;

/// <summary>A row as a source would deliver it; any value may be missing.</summary>
public sealed record Delivered(params string?[] Values)
{
    public string? this[int column] => Values[column];

    public override string ToString() => string.Join(',', Values);
}
