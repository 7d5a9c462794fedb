namespace Pipeline.Catalog.Lineage;

/// <summary>The sources that an expression sees by their aliases; a subquery sees those around it too.</summary>
internal sealed class LineageScope(LineageScope? outer)
{
    private readonly Dictionary<string, RowSet> sources = new(StringComparer.OrdinalIgnoreCase);

    public void Add(string alias, RowSet rows) => sources[alias] = rows;

    public Flow Column(ColumnReference column)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope.sources.TryGetValue(column.Source, out var rows)) return rows[column.Column];
        }

        throw new InvalidOperationException($"A query reads {column.Column} of {column.Source}, which it has no source for.");
    }

    private LineageScope? Outer => outer;
}
