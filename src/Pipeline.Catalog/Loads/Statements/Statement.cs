namespace Pipeline.Catalog;

/// <summary>One statement of a load. <paramref name="Purpose"/> is what it is for, as its comment says.</summary>
public abstract record Statement(string Purpose)
{
    /// <summary>The line of C# that it comes from, where that isn't the load's.</summary>
    public SourcePlace? At { get; init; }

    /// <summary>A condition over variables of the load, without which the statement would find no row: it is left out then. Null for one that always runs.</summary>
    public Expression? OnlyIf { get; init; }
}
