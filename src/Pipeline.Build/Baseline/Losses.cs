using Pipeline.Catalog;
using Pipeline.Sql.Snowflake;

namespace Pipeline.Build.Baseline;

/// <summary>What of the shipped tables and streams the model would lose, and what no account could follow.</summary>
/// <remarks>Tables are compared by their names in the account, since that is what holds the rows. Of what the platform keeps for itself nothing is asked.</remarks>
internal static class Losses
{
    public static IEnumerable<Loss> Of(CompiledCatalog shipped, CompiledCatalog model)
    {
        var names = new HashSet<QualifiedName>(shipped.All<TableObject>().Select(t => t.Name));
        foreach (var table in shipped.All<TableObject>().Where(t => t.ClassName.Length > 0))
        {
            if (Find(model, table.Name) is not { } now) yield return TableLoss(table, model, names);
            else foreach (var loss in Of(table, now, model)) yield return loss;
        }

        foreach (var loss in StreamLosses.Of(shipped, model)) yield return loss;
    }

    /// <summary>The table that holds the rows of a shipped one.</summary>
    public static TableObject? Find(CompiledCatalog model, QualifiedName shipped) =>
        model.Find<TableObject>(shipped) ?? model.All<TableObject>().FirstOrDefault(t => t.FormerNames.Contains(shipped));

    private static Loss TableLoss(TableObject table, CompiledCatalog model, HashSet<QualifiedName> shipped)
    {
        var likely = LikelyRenames.Of(table, model.All<TableObject>().Where(t => t.ClassName.Length > 0 && !shipped.Contains(t.Name)));
        return new(
            BuildErrorCodes.TableLost, "drop-table", table.Name.ToString(), likely?.At ?? model.Find<SchemaObject>(new(null, table.Name.Schema ?? ""))?.At,
            $"The table {table.Name} of '{table.ClassName}' was shipped and isn't in the model any more: its rows would stay behind, and the loads would no longer know them.",
            likely is null
                ? $"If another class is what it was, write [RenamedFrom(\"{FormerName.Of(table)}\")] on that."
                : $"If '{likely.ClassName}' is what it was, write [RenamedFrom(\"{FormerName.Of(table)}\")] on it.");
    }

    private static IEnumerable<Loss> Of(TableObject table, TableObject now, CompiledCatalog model)
    {
        var isRekeyed = false;
        if (Identity.Difference(table, now) is { } difference)
        {
            isRekeyed = true;
            yield return new(
                BuildErrorCodes.KeyChanged, "rekey", now.Name.ToString(), now.At,
                $"{difference}: the rows of {now.Name} that are there would be taken for others, or twice.",
                "To keep them, leave it as it was and make a second class for the new one.");
        }

        foreach (var column in table.Columns)
        {
            // What the platform added for the old kind of table follows from its change.
            if (isRekeyed && column.Property.Length == 0) continue;
            if (Find(now, column.Name) is not { } left) yield return ColumnLoss(table, now, column);
            else if (Narrowed(now, column, left) is { } narrowed) yield return narrowed;
        }

        // New columns of another kind of table, or of another key, follow from that change too.
        foreach (var added in AddedColumns.Of(table, now, model, isRekeyed)) yield return added;
    }

    private static Column? Find(TableObject now, string shipped) =>
        now.Columns.FirstOrDefault(c => c.Name == shipped) ?? now.Columns.FirstOrDefault(c => c.FormerNames.Contains(shipped));

    private static Loss ColumnLoss(TableObject table, TableObject now, Column column)
    {
        var likely = LikelyRenames.Of(column, table, now);
        var former = FormerName.Of(column);
        return new(
            BuildErrorCodes.ColumnLost, "drop-column", $"{now.Name}.{column.Name}", likely?.At ?? now.At,
            $"The column {column.Name} of {now.Name} ('{now.ClassName}') was shipped and isn't in the model any more: its values would be lost.",
            column.Property.Length == 0 ? "The platform adds it for a setting of the class that is gone; leave that as it was."
                : likely is null ? $"If another property is what it was, write [RenamedFrom(\"{former}\")] on that."
                : $"If '{likely.Property}' is what it was, write [RenamedFrom(\"{former}\")] on it.");
    }

    private static Loss? Narrowed(TableObject now, Column shipped, Column column)
    {
        var (before, after) = (Spell(shipped), Spell(column));
        var why = !TypeWidth.Holds(column.Type, shipped.Type) ? "values that are there may have no place in it"
            : !TypeWidth.IsAlterable(column.Type, shipped.Type) ? "an account can't alter the one to the other"
            : shipped.Nullable && !column.Nullable ? "rows that have no value in it couldn't be kept"
            : null;
        return why is null ? null : new(
            BuildErrorCodes.ColumnNarrowed, "narrow", $"{now.Name}.{column.Name}", column.At ?? now.At,
            $"The column {column.Name} of {now.Name} ('{now.ClassName}.{column.Property}') was shipped as {before} and is {after} now: {why}.",
            "To keep them, leave its type as it was, or add a second property of the new one.");
    }

    private static string Spell(Column column) => SnowflakeDialect.Instance.Type(column.Type) + (column.Nullable ? "" : " NOT NULL");
}
