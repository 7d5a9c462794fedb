namespace Pipeline.Catalog;

/// <summary>One statement of a load. <paramref name="Purpose"/> is what it is for, as its comment says.</summary>
public abstract record Statement(string Purpose)
{
    /// <summary>The line of C# that it comes from, where that isn't the load's.</summary>
    public SourcePlace? At { get; init; }
}
