using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>The blocks that rename a table and its columns where the account has their former names.</summary>
internal static class TableRenames
{
    public static IEnumerable<string> Of(SnowflakeRenderer renderer, TableObject table)
    {
        var name = renderer.Name(table.Name);
        foreach (var former in table.FormerNames)
        {
            yield return Fill(renderer, new View(
                IsColumn: false, table.Name.Schema ?? "", table.Name.Name, former.Name, table.Name.Name, $"{former} and {table.Name} both exist. Find out which holds the rows, and take the other away.",
                $"ALTER TABLE {renderer.Name(former)} RENAME TO {name}"));
        }

        foreach (var column in table.Columns)
        {
            foreach (var former in column.FormerNames)
            {
                yield return Fill(renderer, new View(
                    IsColumn: true, table.Name.Schema ?? "", table.Name.Name, former, column.Name, $"{table.Name} has {former} and {column.Name}. Find out which holds the values, and take the other away.",
                    $"ALTER TABLE {name} RENAME COLUMN {renderer.Identifier(former)} TO {renderer.Identifier(column.Name)}"));
            }
        }
    }

    private static string Fill(SnowflakeRenderer renderer, View view) => SnowflakeQuoting.WithBody(renderer.Fill("Tables/rename.sql", "rename", view).TrimEnd('\n'));

    private sealed record View(bool IsColumn, string Schema, string Table, string Former, string Name, string BothExist, string Statement);
}
