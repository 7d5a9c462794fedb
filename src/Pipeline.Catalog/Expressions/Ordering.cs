namespace Pipeline.Catalog;

/// <summary>One sort key. Unless it says otherwise, nulls come first ascending and last descending, as in C#; both dialects always say where they go.</summary>
public sealed record Ordering(Expression Value, bool Descending = false)
{
    public NullPlace Nulls { get; init; }
}

/// <summary>Where nulls go in an order: where C# has them (less than all else), or always first or last.</summary>
public enum NullPlace { Least, First, Last }
