using Pipeline.Catalog;
using Pipeline.Catalog.Lineage;

namespace Pipeline.Cli.Output.Lineage;

/// <summary>What is shown, whatever the format: a tree for each field, and what decides the rows or has its rows decided.</summary>
internal sealed class LineageView
{
    private readonly CompiledCatalog catalog;

    public LineageView(CompiledCatalog catalog, LineageGraph graph, FoundFields found, bool down, int depth)
    {
        this.catalog = catalog;
        Found = found;
        IsDown = down;
        var tree = new LineageTree(graph, depth);
        Trees = [.. found.Fields.Select(f => down ? tree.Down(Followed(f)) : tree.Up(f))];
        RowsDecidedBy = down ? [] : graph.RowsOf(found.Object);
        RowsDecided = down ? [.. found.Fields.SelectMany(f => graph.RowsDecidedBy(Followed(f))).GroupBy(r => r.Object)
            .Select(g => (g.Key, g.Aggregate(Ways.None, (all, r) => all | r.Ways))).OrderBy(r => r.Key.ToString(), StringComparer.Ordinal)] : [];
        var reached = Trees.SelectMany(Objects).Concat(RowsDecided.Select(r => r.Object)).Append(found.Object).ToHashSet();
        Consumers = down ? [.. ReachedConsumer.Of(catalog, reached)] : [];
    }

    public FoundFields Found { get; }

    public bool IsDown { get; }

    public IReadOnlyList<LineageNode> Trees { get; }

    /// <summary>Upwards: what decides which rows the object has.</summary>
    public EquatableArray<SourceColumn> RowsDecidedBy { get; }

    /// <summary>Downwards: the objects whose rows are decided.</summary>
    public IReadOnlyList<(QualifiedName Object, Ways Ways)> RowsDecided { get; }

    /// <summary>Downwards: the consumers outside that read any of what was reached, and which of it.</summary>
    public IReadOnlyList<ReachedConsumer> Consumers { get; }

    /// <summary>The C# of a column; null for a field of a file.</summary>
    public ColumnMember? MemberOf(FieldName field) => !field.IsFile && catalog.Find(field.Object) is { } item
        && ColumnMember.ColumnsOf(item).FirstOrDefault(c => c.Name == field.Column) is { } column ? ColumnMember.Of(item, column) : null;

    private static IEnumerable<QualifiedName> Objects(LineageNode node) => node.Nodes.SelectMany(Objects).Append(node.Field.Object);

    // A stream shows the rows of what it follows, so what is read from it is read from there.
    private FieldName Followed(FieldName field) => catalog.Find<StreamObject>(field.Object) is { } stream ? field with { Object = stream.Source } : field;
}
