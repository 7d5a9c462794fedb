namespace Pipeline.Catalog.Lineage;

/// <summary>A column that contributes to another, and all the ways in which it does.</summary>
public sealed record SourceColumn(FieldName Field, Ways Ways)
{
    /// <summary>The most that it does.</summary>
    public Contribution Contribution => Ways.Contribution();

    /// <summary>Whether its value is in the other's, at all.</summary>
    public bool IsDirect => Contribution != Contribution.OnlyFilters;
}
