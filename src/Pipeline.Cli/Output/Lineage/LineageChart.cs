using Pipeline.Catalog.Lineage;

namespace Pipeline.Cli.Output.Lineage;

/// <summary>Lineage as a Mermaid flowchart from sources to targets: what only filters is a dotted line.</summary>
internal sealed class LineageChart
{
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);
    private readonly List<string> lines = [];

    public static void Write(LineageView view, TextWriter output)
    {
        var chart = new LineageChart();
        foreach (var tree in view.Trees)
        {
            chart.Id(tree.Field);
            chart.Edges(view, tree);
        }

        foreach (var consumer in view.Consumers) chart.Consumer(consumer.Name.ToString(), view.Trees.SelectMany(Fields).Where(f => consumer.Reads.Contains(f.Object)).Distinct());

        output.WriteLine("flowchart LR");
        foreach (var line in chart.lines) output.WriteLine("    " + line);
    }

    private static IEnumerable<FieldName> Fields(LineageNode node) => node.Nodes.SelectMany(Fields).Append(node.Field);

    private void Consumer(string name, IEnumerable<FieldName> fields)
    {
        var id = FormattableString.Invariant($"e{ids.Count + 1}");
        lines.AddRange(fields.Select(f => $"{Id(f)} -->|read by| {id}").Prepend($"{id}([{Quoted(name)}])").ToList());
    }

    private void Edges(LineageView view, LineageNode node)
    {
        foreach (var next in node.Nodes)
        {
            Edge(view, node.Field, next.Field, "-->", LineageWords.Of(next.Ways.Contribution()));
            Edges(view, next);
        }

        foreach (var filter in node.OnlyFilters) Edge(view, node.Field, filter.Field, "-.->", string.Join(", ", LineageWords.Each(filter.Ways)));
    }

    private void Edge(LineageView view, FieldName node, FieldName next, string arrow, string label)
    {
        var (from, to) = view.IsDown ? (Id(node), Id(next)) : (Id(next), Id(node));
        var line = $"{from} {arrow}|{label}| {to}";
        if (!lines.Contains(line)) lines.Add(line);
    }

    // A name of its own for each column: what a column is called may be a word of Mermaid's.
    private string Id(FieldName field)
    {
        var name = field.ToString();
        if (ids.TryGetValue(name, out var id)) return id;
        ids[name] = id = FormattableString.Invariant($"c{ids.Count + 1}");
        lines.Add($"{id}[{Quoted(name)}]");
        return id;
    }

    /// <summary>A text of Mermaid that shows what is given.</summary>
    public static string Quoted(string text) =>
        $"\"{text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)}\"";
}
