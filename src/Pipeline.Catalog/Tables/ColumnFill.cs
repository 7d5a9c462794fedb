namespace Pipeline.Catalog;

/// <summary>What a new column holds in the rows that its table has already.</summary>
/// <remarks>
/// An account takes a column that is never null into a table with rows only with a constant for them. A column that takes null needs none: it is null there.
/// See <see href="https://docs.snowflake.com/en/sql-reference/sql/alter-table">ALTER TABLE</see>.
/// </remarks>
public static class ColumnFill
{
    /// <summary>The constant, of exactly the column's type; null where there is none, or where none is needed.</summary>
    /// <param name="table">The table, as it is now.</param>
    /// <param name="column">Its new column.</param>
    /// <param name="catalog">The model.</param>
    public static Literal? Of(TableObject table, Column column, CompiledCatalog catalog) => column switch
    {
        { Nullable: true } => null,
        _ when IsGenerated(table, column) => null,

        // What no row could be before the model knew of it.
        _ when (column.Roles & (ColumnRoles.IsInferred | ColumnRoles.IsDeleted | ColumnRoles.IsCarried)) != 0 => Make.False,

        // A fact that was loaded before the dimension names none of its members.
        { ForeignKey: { } foreign } when catalog.Find<TableObject>(foreign.Dimension)?.FirstWith(ColumnRoles.SurrogateKey) is not null => Number(column.Type, Members.KeyOf(foreign.NoKey)),

        // The deployment writes these rows anew, from the model.
        _ when table is CalendarObject or { Rows: not null } or { SeedFile: not null } => Plainest(column.Type),
        _ => null,
    };

    /// <summary>Whether the account can add the column to a table that has rows.</summary>
    public static bool IsAddable(TableObject table, Column column, CompiledCatalog catalog) =>
        !IsGenerated(table, column) && (column.Nullable || Of(table, column, catalog) is not null);

    /// <summary>Whether the account numbers the rows by it. A calendar's key is computed from the day.</summary>
    public static bool IsGenerated(TableObject table, Column column) => (column.Roles & ColumnRoles.SurrogateKey) != 0 && table is not CalendarObject;

    private static Literal? Plainest(SqlType type) => type.Kind switch
    {
        SqlTypeKind.Text => new("", type),
        SqlTypeKind.Number => Number(type, 0),
        SqlTypeKind.Boolean => Make.False,
        _ => null,
    };

    private static Literal Number(SqlType type, int value) =>
        new(FormattableString.Invariant($"{value}") + (type.Scale == 0 ? "" : "." + new string('0', type.Scale)), type);
}
