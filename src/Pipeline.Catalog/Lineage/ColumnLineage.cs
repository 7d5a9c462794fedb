namespace Pipeline.Catalog.Lineage;

/// <summary>What one job, or all of them together, put into a column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Sources">The columns that contribute to its value or decide it, values first, then by name.</param>
/// <param name="Origins">What else its value comes from; where no source is direct, it says all.</param>
public sealed record ColumnLineage(FieldName Column, EquatableArray<SourceColumn> Sources, Origins Origins)
{
    internal static ColumnLineage Of(FieldName column, Flow flow) => new(column, Listed(flow), Telling(flow.Origins));

    // A constant beside something else is what that is added to or compared with.
    private static Origins Telling(Origins origins) => (origins & ~Origins.Constant) is var others && others != Origins.None ? others : origins;

    internal static EquatableArray<SourceColumn> Listed(Flow flow) => flow.Fields.Select(f => new SourceColumn(f.Key, f.Value))
        .OrderBy(s => s.Contribution).ThenBy(s => s.Field.ToString(), StringComparer.Ordinal).ToEquatableArray();
}
