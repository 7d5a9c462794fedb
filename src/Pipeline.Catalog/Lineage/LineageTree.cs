namespace Pipeline.Catalog.Lineage;

/// <summary>Follows a column's values up to the fields of files, or down to all that is made of it.</summary>
/// <param name="graph">The lineage of the model.</param>
/// <param name="depth">How many steps at most.</param>
public sealed class LineageTree(LineageGraph graph, int depth = int.MaxValue)
{
    public LineageNode Up(FieldName field) => Up(field, Ways.None, []);

    public LineageNode Down(FieldName field) => Down(field, Ways.None, []);

    private LineageNode Up(FieldName field, Ways ways, List<FieldName> above)
    {
        var lineage = graph.Of(field);
        return Node(field, ways, above, lineage.Sources, Up) with { Origins = lineage.Origins };
    }

    private LineageNode Down(FieldName field, Ways ways, List<FieldName> above) =>
        Node(field, ways, above, graph.Readers(field).Select(r => new SourceColumn(r.Target, r.Ways)).ToEquatableArray(), Down);

    private LineageNode Node(
        FieldName field, Ways ways, List<FieldName> above, EquatableArray<SourceColumn> next, Func<FieldName, Ways, List<FieldName>, LineageNode> follow)
    {
        var direct = next.Where(s => s.IsDirect).ToList();
        var indirect = next.Where(s => !s.IsDirect).ToEquatableArray();
        if (above.Count >= depth || above.Contains(field)) return new(field, ways, [], above.Count >= depth ? [] : indirect) { IsCut = direct.Count > 0 };

        List<FieldName> path = [.. above, field];
        return new(field, ways, direct.Select(s => follow(s.Field, s.Ways, path)).ToEquatableArray(), indirect);
    }
}
