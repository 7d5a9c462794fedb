using Pipeline.Catalog;
using Pipeline.Engine.Database;

namespace Pipeline.Engine.Streams;

/// <summary>The columns by which a table with a stream remembers its changes; no query of the model sees them.</summary>
/// <remarks>
/// A change is the number of a committed transaction. A row knows in which one it was inserted and in which one it got its present values;
/// the values that it had before lie in a second table, with the change that replaced them. So the rows as of any change can be told,
/// and a table that only grows pays for three numbers, two of them the same for the whole transaction.
/// </remarks>
internal static class ChangeColumns
{
    public static readonly Column RowId = Number("METADATA$ROW_ID");
    public static readonly Column Inserted = Number("METADATA$INSERTED");
    public static readonly Column Changed = Number("METADATA$CHANGED");
    public static readonly Column Replaced = Number("METADATA$REPLACED");

    /// <summary>The session's variable that holds the running transaction's change.</summary>
    public const string ChangeVariable = "local_change";

    /// <summary>The table of the values that rows had before.</summary>
    public static QualifiedName BeforeOf(QualifiedName table) => Names.Engine($"BEFORE${table.Schema}${table.Name}");

    private static Column Number(string name) => new(name, name, SqlType.Int64, Nullable: true);
}
