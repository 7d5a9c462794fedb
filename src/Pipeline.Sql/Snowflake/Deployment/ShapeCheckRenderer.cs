using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>The block that compares the columns of the live tables with the model's, and stops where they differ.</summary>
internal static class ShapeCheckRenderer
{
    public static string Render(SnowflakeRenderer renderer) => SnowflakeQuoting.WithBody(renderer.Fill(
        "Deployment/shape_check.sql", "check",
        new View(renderer.Catalog.All<TableObject>().Where(t => t is not ExternalTableObject).SelectMany(t => t.Columns.Select(c => Row(renderer, t, c))).ToEquatableArray())));

    private static string Row(SnowflakeRenderer renderer, TableObject table, Column column) =>
        "(" + renderer.Texts([table.Name.Schema ?? "", table.Name.Name, column.Name, TypeOf(column.Type), column.Nullable ? "YES" : "NO"]) + ")";

    // As the information schema writes it, with the numbers that it has: none for the precision of a time.
    private static string TypeOf(SqlType type) => type.Kind switch
    {
        SqlTypeKind.Number => SnowflakeTypes.Spell(type),
        SqlTypeKind.Text => type.Precision == 0 ? "TEXT" : FormattableString.Invariant($"TEXT({type.Precision})"),
        SqlTypeKind.TimestampNtz => "TIMESTAMP_NTZ",
        SqlTypeKind.TimestampTz => "TIMESTAMP_TZ",
        SqlTypeKind.Time => "TIME",
        SqlTypeKind.Binary => "BINARY",
        _ => SnowflakeTypes.Spell(type),
    };

    private sealed record View(EquatableArray<string> Columns);
}
