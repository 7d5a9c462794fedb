using System.Collections.Concurrent;
using System.Globalization;

namespace Pipeline.Catalog;

/// <summary>A type as text in the catalog: <c>Number(12,3)</c>, <c>Text(30)</c>, <c>Date</c>.</summary>
internal static class SqlTypeText
{
    // A model has few different types, each of them often.
    private static readonly ConcurrentDictionary<string, SqlType> Known = new(StringComparer.Ordinal);

    public static string Write(SqlType type) => type switch
    {
        { Precision: 0, Scale: 0 } => type.Kind.ToString(),
        { Kind: SqlTypeKind.Number } => FormattableString.Invariant($"{type.Kind}({type.Precision},{type.Scale})"),
        _ => FormattableString.Invariant($"{type.Kind}({type.Precision})"),
    };

    public static SqlType Read(string text) => Known.GetOrAdd(text, Parse);

    private static SqlType Parse(string text)
    {
        var parts = text.Split('(', ',', ')');
        return new(
            (SqlTypeKind)Enum.Parse(typeof(SqlTypeKind), parts[0]),
            parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0,
            parts.Length > 3 ? int.Parse(parts[2], CultureInfo.InvariantCulture) : 0);
    }
}
