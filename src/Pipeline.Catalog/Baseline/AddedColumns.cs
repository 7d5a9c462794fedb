namespace Pipeline.Catalog.Baseline;

/// <summary>New columns of a shipped table that no account could add to its rows.</summary>
internal static class AddedColumns
{
    private const ColumnRoles Key = ColumnRoles.BusinessKey | ColumnRoles.Grain | ColumnRoles.Period;

    /// <param name="table">The table as it was shipped.</param>
    /// <param name="now">The table as it is now.</param>
    /// <param name="model">The model.</param>
    /// <param name="isRekeyed">Whether it has another kind or key, which is said already.</param>
    /// <param name="spell">A type as the account spells it.</param>
    public static IEnumerable<Loss> Of(TableObject table, TableObject now, CompiledCatalog model, bool isRekeyed, Func<SqlType, string> spell) => now.Columns
        .Where(c => !IsShipped(table, c) && !ColumnFill.IsAddable(now, c, model))
        .Where(c => !isRekeyed || (c.Property.Length > 0 && (c.Roles & Key) == 0))
        .Select(c => Loss(now, c, spell));

    private static bool IsShipped(TableObject table, Column column) =>
        table.Columns.Any(c => c.Name == column.Name || column.FormerNames.Contains(c.Name));

    private static Loss Loss(TableObject now, Column column, Func<SqlType, string> spell)
    {
        var (why, wayOut) = ColumnFill.IsGenerated(now, column)
            ? ("the account numbers rows only as they come, so the rows that are there would have no key", "Make a second class that has it, and load that from this one.")
            : ("the rows that are there have no value in it", $"Let '{column.Property}' take null; once each row has a value, the question mark can go, and is accepted as narrow:{now.Name}.{column.Name}.");
        return new(
            LossCodes.ColumnNotAddable, "add-column", $"{now.Name}.{column.Name}", now, column,
            $"The column {column.Name} of {now.Name} ('{now.ClassName}.{column.Property}') is new and {spell(column.Type)} NOT NULL: {why}.", wayOut)
        {
            Accepting = "If no account has rows in the table",
            IsKeptByNull = !ColumnFill.IsGenerated(now, column),
        };
    }
}
