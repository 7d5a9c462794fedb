using Pipeline.Catalog;
using Pipeline.Catalog.Lineage;

namespace Pipeline.Cli.Output.Lineage;

/// <summary>Finds the column that a person names, by the names of the account or of the C#; tells the nearest names where there is none.</summary>
internal static class FieldNames
{
    public static FoundFields Find(CompiledCatalog catalog, LineageGraph graph, string text)
    {
        var name = text.TrimStart('@');
        var colon = name.IndexOf(':');
        var (head, path) = colon < 0 ? (name, "") : (name[..colon], name[(colon + 1)..]);
        if (Objects(catalog, head) is [var whole]) return path.Length == 0 ? Whole(catalog, graph, whole) : OfFile(graph, whole, path);

        var dot = head.LastIndexOf('.');
        return dot < 0 ? throw Unknown(catalog, head)
            : Objects(catalog, head[..dot]) switch
            {
                [var item] => Column(graph, item, head[(dot + 1)..], path),
                [] => throw Unknown(catalog, head[..dot]),
                var several => throw new UsageException($"{head[..dot]} could be {string.Join(" or ", several.Select(o => o.Name))}; name it with its schema."),
            };
    }

    private static FoundFields Whole(CompiledCatalog catalog, LineageGraph graph, CatalogObject item) => new(
        item.Name, item is StageObject ? [.. graph.FieldsOf(item.Name)] : [.. graph.ColumnsOf(item.Name).Select(c => new FieldName(item.Name, c.Name))], IsWhole: true);

    private static FoundFields Column(LineageGraph graph, CatalogObject item, string text, string path)
    {
        if (item is StageObject) return OfFile(graph, item, text);
        var columns = graph.ColumnsOf(item.Name);
        var column = columns.FirstOrDefault(c => Same(c.Name, text)) ?? columns.FirstOrDefault(c => Same(c.Property, text));
        return column is not null
            ? new(item.Name, [new FieldName(item.Name, column.Name).At(path)], IsWhole: false)
            : throw new UsageException($"{item.Name} has no column {text}. {Nearest(text, columns.SelectMany(c => Written(c, text)))}");
    }

    // Of a file that is read whole, a part is a path into its records.
    private static FoundFields OfFile(LineageGraph graph, CatalogObject stage, string text)
    {
        var fields = graph.FieldsOf(stage.Name).ToList();
        if (fields.FirstOrDefault(f => Same(f.Column, text)) is { } field) return new(stage.Name, [field], IsWhole: false);
        if (fields.FirstOrDefault(f => f.Column == FieldName.WholeRecord) is { } record) return new(stage.Name, [record.At(text)], IsWhole: false);
        throw new UsageException(stage is StageObject
            ? $"Nothing reads a field {text} from @{stage.Name}. {Nearest(text, fields.Select(f => f.Column))}"
            : $"{stage.Name} is no stage; name a column of it: {stage.Name}.COLUMN.");
    }

    private static List<CatalogObject> Objects(CompiledCatalog catalog, string text)
    {
        var known = Known(catalog).ToList();
        return known.Where(o => Same(o.Name.ToString(), text)).ToList() is { Count: > 0 } exact
            ? exact
            : known.Where(o => Same(o.Name.Name, text) || Same(o.ClassName, text) || Same(o.ClassName.Split('.')[^1], text)).ToList() switch
            {
                // What completion adds for a class bears its name too; the class itself is meant.
                { Count: > 1 } several when several.Where(o => o is not StreamObject).ToList() is [var only] => [only],
                var found => found,
            };
    }

    private static IEnumerable<CatalogObject> Known(CompiledCatalog catalog) =>
        catalog.Objects.Where(o => o is TableObject or ViewObject or DynamicTableObject or StreamObject or StageObject);

    private static UsageException Unknown(CompiledCatalog catalog, string text) =>
        new($"The model has no table, view, stream or stage called {text}. {Nearest(text, Known(catalog).SelectMany(o => Written(o, text)))}");

    // As the person writes: with the schema or without, in the account's way or in C#'s.
    private static IEnumerable<string> Written(CatalogObject item, string text) =>
        text.Contains('.', StringComparison.Ordinal) || item.ClassName.Length == 0 ? [item.Name.ToString()]
        : text.Any(char.IsLower) ? [item.ClassName.Split('.')[^1]] : [item.Name.Name];

    private static IEnumerable<string> Written(Column column, string text) =>
        text.Any(char.IsLower) && column.Property.Length > 0 ? [column.Property] : [column.Name];

    private static string Nearest(string text, IEnumerable<string> names)
    {
        var nearest = names.Distinct().OrderBy(n => Distance(text.ToUpperInvariant(), n.ToUpperInvariant())).ThenBy(n => n, StringComparer.Ordinal).Take(3).ToList();
        return nearest.Count == 0 ? "It has none at all." : $"Nearest: {string.Join(", ", nearest)}.";
    }

    // The edits of one letter that lead from the one to the other.
    private static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var (diagonal, left) = (row[0], i);
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                left = Math.Min(Math.Min(row[j], left) + 1, diagonal + (from[i - 1] == to[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], left);
            }
        }

        return row[^1];
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
