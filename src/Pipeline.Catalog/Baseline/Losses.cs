namespace Pipeline.Catalog.Baseline;

/// <summary>What of the shipped tables and streams the model would lose, and what no account could follow.</summary>
/// <remarks>Tables are compared by their names in the account, since that is what holds the rows. Of what the platform keeps for itself nothing is asked.</remarks>
public static class Losses
{
    /// <param name="shipped">What was shipped.</param>
    /// <param name="model">The model, complete.</param>
    /// <param name="spell">A type as the account spells it.</param>
    public static IEnumerable<Loss> Of(CompiledCatalog shipped, CompiledCatalog model, Func<SqlType, string> spell)
    {
        var names = new HashSet<QualifiedName>(shipped.All<TableObject>().Select(t => t.Name));
        var left = new TablesByName(model);
        var tables = shipped.All<TableObject>().Where(t => t.ClassName.Length > 0).ToList();
        var renames = LikelyRenames.OfTables(
            [.. tables.Where(t => left.Find(t.Name) is null)], [.. model.All<TableObject>().Where(t => t.ClassName.Length > 0 && t.FormerNames.Count == 0 && !names.Contains(t.Name))]);
        foreach (var table in tables)
        {
            if (left.Find(table.Name) is not { } now) yield return TableLoss(table, renames.TryGetValue(table, out var likely) ? likely : null, model);
            else if (!ReferenceEquals(table, now)) foreach (var loss in Of(table, now, model, spell)) yield return loss;
        }

        foreach (var loss in StreamLosses.Of(shipped, model, left).Concat(StreamedViews.Of(shipped, model)).Concat(PolicyChanges.Of(shipped, model, spell))) yield return loss;
    }

    /// <summary>The column that holds the values of a shipped one.</summary>
    internal static Column? Find(TableObject now, string shipped) =>
        now.Columns.FirstOrDefault(c => c.Name == shipped) ?? now.Columns.FirstOrDefault(c => c.FormerNames.Contains(shipped));

    private static Loss TableLoss(TableObject table, TableObject? likely, CompiledCatalog model)
    {
        var former = FormerName.Of(table);
        return new(
            LossCodes.TableLost, "drop-table", table.Name.ToString(), likely ?? (CatalogObject?)model.Find<SchemaObject>(new(null, table.Name.Schema ?? "")), null,
            $"The table {table.Name} of '{table.ClassName}' was shipped and isn't in the model any more: its rows would stay behind, and the loads would no longer know them.",
            likely is null
                ? $"If another class is what it was, write [RenamedFrom(\"{former}\")] on that."
                : $"If '{likely.ClassName}' is what it was, write [RenamedFrom(\"{former}\")] on it.")
        {
            ShippedClass = table.ClassName,
            RenamedFrom = likely is null ? null : former,
        };
    }

    private static IEnumerable<Loss> Of(TableObject table, TableObject now, CompiledCatalog model, Func<SqlType, string> spell)
    {
        var difference = Identity.Difference(table, now);
        var isRekeyed = difference is not null;
        if (isRekeyed)
        {
            yield return new(
                LossCodes.KeyChanged, "rekey", now.Name.ToString(), now, null,
                $"{difference}: the rows of {now.Name} that are there would be taken for others, or twice.",
                "To keep them, leave it as it was and make a second class for the new one.");
        }

        var renames = LikelyRenames.OfColumns(table, now);
        foreach (var column in table.Columns)
        {
            // What the platform added for the old kind of table follows from its change.
            if (isRekeyed && column.Property.Length == 0) continue;
            if (Find(now, column.Name) is not { } left) yield return ColumnLoss(now, column, renames.TryGetValue(column, out var likely) ? likely : null);
            else if (Narrowed(now, column, left, spell) is { } narrowed) yield return narrowed;
        }

        // New columns of another kind of table, or of another key, follow from that change too.
        foreach (var added in AddedColumns.Of(table, now, model, isRekeyed, spell)) yield return added;
    }

    private static Loss ColumnLoss(TableObject now, Column column, Column? likely)
    {
        var former = FormerName.Of(column);
        return new(
            LossCodes.ColumnLost, "drop-column", $"{now.Name}.{column.Name}", now, likely,
            $"The column {column.Name} of {now.Name} ('{now.ClassName}') was shipped and isn't in the model any more: its values would be lost.",
            column.Property.Length == 0 ? "The platform adds it for a setting of the class that is gone; leave that as it was."
                : likely is null ? $"If another property is what it was, write [RenamedFrom(\"{former}\")] on that."
                : $"If '{likely.Property}' is what it was, write [RenamedFrom(\"{former}\")] on it.")
        {
            RenamedFrom = likely is null ? null : former,
        };
    }

    private static Loss? Narrowed(TableObject now, Column shipped, Column column, Func<SqlType, string> spell)
    {
        var why = !TypeWidth.Holds(column.Type, shipped.Type) ? "values that are there may have no place in it"
            : !TypeWidth.IsAlterable(column.Type, shipped.Type) ? "an account can't alter the one to the other"
            : shipped.Nullable && !column.Nullable ? "rows that have no value in it couldn't be kept"
            : null;
        return why is null ? null : new(
            LossCodes.ColumnNarrowed, "narrow", $"{now.Name}.{column.Name}", now, column,
            $"The column {column.Name} of {now.Name} ('{now.ClassName}.{column.Property}') was shipped as {Spell(shipped, spell)} and is {Spell(column, spell)} now: {why}.",
            "To keep them, leave its type as it was, or add a second property of the new one.")
        {
            IsKeptByNull = TypeWidth.Holds(column.Type, shipped.Type) && TypeWidth.IsAlterable(column.Type, shipped.Type),
        };
    }

    private static string Spell(Column column, Func<SqlType, string> spell) => spell(column.Type) + (column.Nullable ? "" : " NOT NULL");
}
