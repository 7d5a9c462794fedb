using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>Keys, by names of their own. Snowflake enforces none of them: loads and checks do.</summary>
internal static class TableConstraints
{
    public static IEnumerable<string> Of(SnowflakeRenderer renderer, TableObject table)
    {
        var surrogate = table.With(ColumnRoles.SurrogateKey).ToList();
        var business = BusinessKey(table).ToList();
        var isKeyed = business.Count > 0 && business.All(c => !c.Nullable);
        if (surrogate.Count > 0)
        {
            yield return Key(renderer, "PK_", "PRIMARY KEY", table, surrogate);
            if (isKeyed) yield return Key(renderer, "UQ_", "UNIQUE", table, business);
        }
        else if (isKeyed)
        {
            yield return Key(renderer, "PK_", "PRIMARY KEY", table, business);
        }

        foreach (var column in table.Columns)
        {
            if (column.ForeignKey is not { } foreign || foreign.Dimension == table.Name) continue;
            if (renderer.Catalog.Find<TableObject>(foreign.Dimension)?.FirstWith(ColumnRoles.SurrogateKey) is not { } key) continue;

            var name = renderer.Identifier("FK_" + table.Name.Name + "_" + column.Name);
            yield return $"CONSTRAINT {name} FOREIGN KEY ({renderer.Identifier(column.Name)})"
                + $" REFERENCES {renderer.Name(foreign.Dimension)} ({renderer.Identifier(key.Name)}) NOT ENFORCED";
        }
    }

    // A member of a type 2 dimension has a row per version.
    private static IEnumerable<Column> BusinessKey(TableObject table) => table switch
    {
        FactObject => table.With(ColumnRoles.Grain),
        DimensionObject { Scd: Scd.Type2 } => table.Columns.Where(c => (c.Roles & (ColumnRoles.BusinessKey | ColumnRoles.ValidFrom)) != 0),
        _ => table.With(ColumnRoles.BusinessKey),
    };

    private static string Key(SnowflakeRenderer renderer, string prefix, string word, TableObject table, IEnumerable<Column> columns)
    {
        var list = string.Join(", ", columns.Select(c => renderer.Identifier(c.Name)));
        return $"CONSTRAINT {renderer.Identifier(prefix + table.Name.Name)} {word} ({list}) NOT ENFORCED";
    }
}
