using System.Globalization;
using Pipeline.Catalog;

namespace Pipeline.Engine.Database;

/// <summary>How the engine's own SQL writes names and values.</summary>
internal static class Names
{
    /// <summary>The schema of what the engine keeps for itself.</summary>
    public const string EngineSchema = "LOCAL_ENGINE";

    public static QualifiedName Engine(string name) => new(EngineSchema, name);

    public static string Sql(QualifiedName name) => name.Schema is null ? Sql(name.Name) : Sql(name.Schema) + "." + Sql(name.Name);

    public static string Sql(string identifier) => "\"" + identifier.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    public static string Text(string? value) => value is null ? "NULL" : "'" + value.Replace("'", "''", StringComparison.Ordinal) + "'";

    /// <summary>The path of one file, where the database would take it for a pattern of several.</summary>
    public static string File(string path) => Text(string.Concat(path.Select(c => c is '*' or '?' or '[' ? $"[{c}]" : c.ToString())));

    public static string Time(DateTime value) =>
        "TIMESTAMP '" + value.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture) + "'";

    public static string TimeOrNull(DateTime? value) => value is { } time ? Time(time) : "NULL::TIMESTAMP";

    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static string List(IEnumerable<string> identifiers) => string.Join(", ", identifiers.Select(Sql));
}
