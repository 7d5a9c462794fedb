namespace Pipeline.Catalog;

/// <summary>The columns that a batch has beside the target's: what becomes of each row, why, and where it came from.</summary>
internal static class BatchColumns
{
    public const string Load = "LOAD";
    public const string Reject = "REJECT";
    public const string Duplicate = "DUPLICATE";

    /// <summary>Of a fact, a row that was read before and is read again, since its members changed.</summary>
    public const string Rekey = "REKEY";

    /// <summary>Of a fact that is set aside without its member, a row that was read again and still has none.</summary>
    public const string Waiting = "WAITING";

    /// <summary>Of a fact, what a correction took away.</summary>
    public const string Vanished = "VANISHED";

    public const string Insert = "INSERT";
    public const string Delete = "DELETE";

    /// <summary>LOAD, REJECT or DUPLICATE.</summary>
    public static readonly BatchColumn Disposition = new("BATCH_DISPOSITION", SqlType.Text);

    /// <summary>The rule that a rejected row broke.</summary>
    public static readonly BatchColumn Rule = new("BATCH_RULE", SqlType.Text);

    public static readonly BatchColumn Reason = new("BATCH_REASON", SqlType.Text);

    /// <summary>INSERT for a new image, DELETE for a row that its source deleted.</summary>
    public static readonly BatchColumn Action = new("BATCH_ACTION", SqlType.Text);

    /// <summary>The change row that it came from.</summary>
    public static readonly BatchColumn RowId = new("BATCH_ROW_ID", SqlType.Text);

    /// <summary>A part of the order among rows of one key and sequence.</summary>
    public static string Order(int number) => $"BATCH_ORDER_{number}";

    /// <summary>A value that must be there, or the row is rejected.</summary>
    public static string Check(int number) => $"BATCH_CHECK_{number}";

    public static ColumnReference Of(string alias, BatchColumn column) => new(alias, column.Name, column.Type, Nullable: true);

    public static Expression Has(string alias, BatchColumn column, string value) => Make.Equal(Of(alias, column), Literal.Text(value));
}
