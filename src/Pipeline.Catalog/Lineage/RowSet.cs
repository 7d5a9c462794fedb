namespace Pipeline.Catalog.Lineage;

/// <summary>What is known of the rows that a query or a source gives: what flows into each column, and what decides which rows there are.</summary>
internal sealed class RowSet
{
    private readonly Func<string, Flow?> find;

    private RowSet(IReadOnlyList<string> names, Func<string, Flow?> find, Flow rows)
    {
        Names = names;
        Rows = rows;
        this.find = find;
    }

    /// <summary>The columns in their order; none of a stored object, which has whatever is asked of it.</summary>
    public IReadOnlyList<string> Names { get; }

    public Flow Rows { get; }

    public Flow this[string column] => find(column) ?? throw new InvalidOperationException($"A query reads the column {column}, which its source doesn't give.");

    public static RowSet Of(IEnumerable<(string Name, Flow Flow)> columns, Flow rows)
    {
        var list = columns.ToList();
        var flows = new Dictionary<string, Flow>(StringComparer.Ordinal);
        foreach (var (name, flow) in list) flows[name] = flow;
        return new([.. list.Select(c => c.Name)], name => flows.TryGetValue(name, out var flow) ? flow : null, rows);
    }

    /// <summary>The columns of a table, view or stream.</summary>
    public static RowSet Stored(QualifiedName name) => new([], column => column.StartsWith("METADATA$", StringComparison.Ordinal)
        ? Flow.Of(Origins.Generated)
        : Flow.Of(new FieldName(name, column)), Flow.None);

    /// <summary>By place, as set operations put queries together.</summary>
    public RowSet Union(RowSet other, Flow rows) => Of(
        Names.Select((name, i) => (name, this[name].And(other[other.Names[i]]))), Rows.And(other.Rows).And(rows));

    public bool Same(RowSet other) => Rows.Same(other.Rows) && Names.SequenceEqual(other.Names) && Names.All(n => this[n].Same(other[n]));
}
