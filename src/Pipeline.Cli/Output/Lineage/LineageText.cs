using Pipeline.Catalog;
using Pipeline.Catalog.Lineage;

namespace Pipeline.Cli.Output.Lineage;

/// <summary>Lineage as trees to be read: values are followed, what only filters is listed where it does.</summary>
internal static class LineageText
{
    public static void Write(LineageView view, TextWriter output)
    {
        foreach (var tree in view.Trees)
        {
            output.WriteLine(tree.Field + Place(view.MemberOf(tree.Field)));
            Below(view, tree, "", output);
            if (!ReferenceEquals(tree, view.Trees[^1])) output.WriteLine();
        }

        if (view.RowsDecidedBy.Count > 0)
        {
            Rows($"Which rows {view.Found.Object} has is decided by", view.RowsDecidedBy.GroupBy(s => s.Field with { Column = "", Path = "" })
                .Select(g => $"{(g.Key.IsFile ? "@" : "")}{g.Key.Object}: {string.Join(", ", g.Select(s => Filter(Short(s.Field), s.Ways)))}"), output);
        }

        if (view.RowsDecided.Count > 0) Rows("It decides which rows there are in", view.RowsDecided.Select(r => Filter(r.Object.ToString(), r.Ways)), output);
        if (view.Consumers.Count > 0) Rows("Read outside by", view.Consumers.Select(Consumer), output);
    }

    private static void Below(LineageView view, LineageNode node, string indent, TextWriter output)
    {
        var lines = node.Nodes.Select(n => (Text: $"{n.Field}  {LineageWords.Of(n.Ways)}{(n.IsCut ? " .." : "")}", Node: (LineageNode?)n)).ToList();
        if (node.Nodes.Count == 0 && !node.IsCut && !view.IsDown && node.Origins != Origins.None && !node.Field.IsFile) lines.Add((LineageWords.Of(node.Origins), null));
        if (node.Nodes.Count == 0 && node.OnlyFilters.Count == 0 && view.IsDown && indent.Length == 0) lines.Add(("no column is made of it", null));
        if (node.OnlyFilters.Count > 0) lines.Add(((view.IsDown ? "only decides " : "only filters: ") + Filters(node.OnlyFilters), null));
        for (var i = 0; i < lines.Count; i++)
        {
            var isLast = i == lines.Count - 1;
            output.WriteLine(indent + (isLast ? "└─ " : "├─ ") + lines[i].Text);
            if (lines[i].Node is { } below) Below(view, below, indent + (isLast ? "   " : "│  "), output);
        }
    }

    private static string Consumer(ReachedConsumer consumer) => $"{consumer.Name} ({consumer.Kind}, {consumer.Owner}): {string.Join(", ", consumer.Reads)}";

    private static string Filters(EquatableArray<SourceColumn> filters) =>
        string.Join(", ", filters.Select(f => Filter(f.Field.ToString(), f.Ways)));

    private static string Filter(string name, Ways ways) => $"{name} ({string.Join(", ", LineageWords.Each(ways))})";

    private static string Short(FieldName field) => field.Path.Length == 0 ? field.Column : field.Column + ":" + field.Path;

    private static void Rows(string title, IEnumerable<string> rows, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine(title);
        foreach (var row in rows) output.WriteLine("   " + row);
    }

    private static string Place(ColumnMember? member) => member?.Member is null ? ""
        : "  " + string.Join(", ", new[] { member.Member, member.Declared?.ToString() }.Concat(member.Assigned.Select(a => "assigned at " + a)).OfType<string>());
}
