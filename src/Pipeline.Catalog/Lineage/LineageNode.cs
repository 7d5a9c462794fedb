namespace Pipeline.Catalog.Lineage;

/// <summary>A column in a tree of lineage, and below it what flows into it or, downwards, what it flows into.</summary>
/// <param name="Field">The column.</param>
/// <param name="Ways">How it contributes to the node above, or the node above to it; none at the root.</param>
/// <param name="Nodes">The columns by whose values it goes on.</param>
/// <param name="OnlyFilters">The columns that decide it, or that it decides, and no more; they are followed no further.</param>
public sealed record LineageNode(FieldName Field, Ways Ways, EquatableArray<LineageNode> Nodes, EquatableArray<SourceColumn> OnlyFilters)
{
    /// <summary>What else its value comes from; where nothing flows in, it says all.</summary>
    public Origins Origins { get; init; }

    /// <summary>Whether the tree goes on here, beyond the depth that was asked for, or where the column stands above already.</summary>
    public bool IsCut { get; init; }
}
