using Pipeline.Catalog;

namespace Pipeline.Engine.Deployment;

/// <summary>A column that a table of the database has.</summary>
internal sealed record ShapeColumn(string Name, SqlType Type, bool Nullable)
{
    public override string ToString() => $"{Name} {TypeText}{(Nullable ? "" : " NOT NULL")}";

    public string TypeText => Type is { Precision: 0, Scale: 0 } ? Type.Kind.ToString() : FormattableString.Invariant($"{Type.Kind}({Type.Precision},{Type.Scale})");
}

/// <summary>A table's columns as text, by which a database remembers of what shape it made the table.</summary>
internal static class TableShape
{
    private const string Required = " NOT NULL";

    public static string Of(IEnumerable<Column> columns) => Text(columns.Select(c => new ShapeColumn(c.Name, c.Type, c.Nullable)));

    public static string Text(IEnumerable<ShapeColumn> columns) => string.Join('\n', columns);

    /// <summary>Reads what <see cref="Text"/> wrote.</summary>
    public static IReadOnlyList<ShapeColumn> Read(string text) => [.. text.Split('\n').Where(l => l.Length > 0).Select(ReadColumn)];

    private static ShapeColumn ReadColumn(string line)
    {
        var isRequired = line.EndsWith(Required, StringComparison.Ordinal);
        var named = isRequired ? line[..^Required.Length] : line;
        var end = named.LastIndexOf(' ');
        var parts = named[(end + 1)..].Split('(', ',', ')');
        var numbers = parts.Length < 3 ? [0, 0] : parts[1..3].Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return new(named[..end], new(Enum.Parse<SqlTypeKind>(parts[0]), numbers[0], numbers[1]), !isRequired);
    }
}
