using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>The policies of an object as parts of its CREATE, and the statements that put them on one that was there already.</summary>
internal static class PolicyClauses
{
    /// <summary>WITH MASKING POLICY .. of a column; null for one without.</summary>
    public static string? Mask(SnowflakeRenderer renderer, Column column) =>
        column.Mask is null ? null : "WITH MASKING POLICY " + MaskOf(renderer, column, column.Mask);

    /// <summary>WITH ROW ACCESS POLICY .. of an object; null for one without.</summary>
    public static string? RowAccess(SnowflakeRenderer renderer, CatalogObject item) => item.RowAccess is not { } access ? null
        : $"WITH ROW ACCESS POLICY {renderer.Name(access.Policy)} ON ({Columns(renderer, access)})";

    /// <summary>One statement each; FORCE sets a mask in the place of another, so that the column is never without.</summary>
    public static EquatableArray<string> Attach(SnowflakeRenderer renderer, string kind, CatalogObject item, EquatableArray<Column> columns)
    {
        var statements = columns.Where(c => c.Mask is not null).Select(c =>
            $"ALTER {kind} {renderer.Name(item.Name)} MODIFY COLUMN {renderer.Identifier(c.Name)} SET MASKING POLICY {MaskOf(renderer, c, c.Mask!)} FORCE;").ToList();
        if (item.RowAccess is { } access)
        {
            statements.Add(SnowflakeQuoting.WithBody(renderer.Fill("Policies/attach_row_access.sql", "item", new View(
                kind, kind == "VIEW" ? "VIEW" : "TABLE", renderer.Name(item.Name), renderer.Name(item.Name), renderer.Name(access.Policy),
                $"{SqlQuoting.InQuotes(access.Policy.Schema ?? "")}.{SqlQuoting.InQuotes(access.Policy.Name)}", Columns(renderer, access),
                $"ALTER {kind} {renderer.Name(item.Name)} DROP ROW ACCESS POLICY ", $", ADD ROW ACCESS POLICY {renderer.Name(access.Policy)} ON ({Columns(renderer, access)})"))).TrimEnd());
        }

        return statements.ToEquatableArray();
    }

    private static string MaskOf(SnowflakeRenderer renderer, Column column, ColumnMask mask) => renderer.Name(mask.Policy)
        + (mask.With.Count == 0 ? "" : " USING (" + string.Join(", ", mask.With.Prepend(column.Name).Select(renderer.Identifier)) + ")");

    private static string Columns(SnowflakeRenderer renderer, RowAccess access) => string.Join(", ", access.Columns.Select(renderer.Identifier));

    private sealed record View(string Kind, string Domain, string Name, string Reference, string Policy, string QuotedPolicy, string Columns,
        string Dropping, string Adding);
}
