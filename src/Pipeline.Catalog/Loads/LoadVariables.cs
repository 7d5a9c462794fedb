namespace Pipeline.Catalog;

/// <summary>The variables that every load has.</summary>
public static class LoadVariables
{
    /// <summary>The task graph's run, the same on a retry; given by the task, else made by the procedure.</summary>
    public static readonly VariableReference RunId = new("run_id", SqlType.Text);

    /// <summary>The time for which the graph was scheduled, the same on a retry.</summary>
    public static readonly VariableReference ScheduledAt = new("scheduled_at", SqlType.Timestamp);

    /// <summary>When the load began.</summary>
    public static readonly VariableReference StartedAt = new("started_at", SqlType.Timestamp);

    /// <summary>The message of what failed; in the failure's record alone.</summary>
    public static readonly VariableReference ErrorMessage = new("error_message", SqlType.Text);

    /// <summary>When the load's transaction began: what was committed later is for the next run.</summary>
    public static readonly VariableReference ReadUntil = new("read_until", SqlType.Timestamp);

    public static readonly VariableReference RowsRead = Counter("rows_read");
    public static readonly VariableReference RowsFiltered = Counter("rows_filtered");
    public static readonly VariableReference RowsRejected = Counter("rows_rejected");
    public static readonly VariableReference RowsDeduplicated = Counter("rows_deduplicated");
    public static readonly VariableReference RowsLoaded = Counter("rows_loaded");
    public static readonly VariableReference RowsInserted = Counter("rows_inserted");
    public static readonly VariableReference RowsUpdated = Counter("rows_updated");
    public static readonly VariableReference RowsClosed = Counter("rows_closed");
    public static readonly VariableReference RowsDeleted = Counter("rows_deleted");
    public static readonly VariableReference RowsInferred = Counter("rows_inferred");

    /// <summary>Facts that were loaded before and got the key of another version or member.</summary>
    public static readonly VariableReference RowsRekeyed = Counter("rows_rekeyed");

    /// <summary>All counters, in the order of the ledger's columns.</summary>
    public static readonly EquatableArray<VariableReference> Counters =
    [
        RowsRead, RowsFiltered, RowsRejected, RowsDeduplicated, RowsLoaded,
        RowsInserted, RowsUpdated, RowsClosed, RowsDeleted, RowsInferred, RowsRekeyed,
    ];

    /// <summary>A counter for one of the user's rules: <c>violations_of_nothing_is_old</c> for NothingIsOld.</summary>
    public static VariableReference Of(string counts, string rule) => Counter(counts + "_" + string.Concat(rule.Select((c, i) => i > 0 && char.IsUpper(c) ? "_" + Letter(c) : Letter(c))));

    /// <summary>The offset of the table's nth stream before the load; null where it isn't known.</summary>
    public static VariableReference ReadFrom(int number) => new("read_from_" + number.ToString(System.Globalization.CultureInfo.InvariantCulture), SqlType.Timestamp, Nullable: true);

    // A variable has no quotes in a procedure, and so letters of ASCII alone.
    private static string Letter(char c) =>
        c <= 127 ? char.ToLowerInvariant(c).ToString() : "u" + ((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture);

    private static VariableReference Counter(string name) => new(name, SqlType.Int64);
}
