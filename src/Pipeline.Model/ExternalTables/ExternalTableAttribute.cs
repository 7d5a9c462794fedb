namespace Pipeline.Model;

/// <summary>An external table: the files of a stage as rows that can be queried where they lie; nothing is loaded.</summary>
/// <remarks>
/// <para>Becomes CREATE EXTERNAL TABLE IF NOT EXISTS: it is never replaced, since its grants would go and its streams would be stale. Each property is a column computed from the
/// record VALUE: of CSV by position (<c>VALUE:c1</c>), of JSON and Parquet by the property's name or <see cref="FromFieldAttribute"/>, exactly as written. A single
/// <see cref="Variant"/> of JSON is the whole record. <see cref="FromPathAttribute"/> takes a folder's name, <see cref="FromFileAttribute"/> the file's name or the row's number.</para>
/// <para>The table knows the files that were there at its last refresh. Without <see cref="AutoRefresh"/> a task refreshes it, by <see cref="RunsAttribute{TWork}"/>.</para>
/// <para>It is read-only, keeps no history (no Time Travel, no retention of its own), isn't clustered, and nothing enforces a key or keeps null out. Masking and row access
/// policies belong on a view over it.</para>
/// <para>A stream on it is <see cref="StreamMode.InsertOnly"/>, and lies on a table without <see cref="PartitionBy"/>.</para>
/// See <see href="https://docs.snowflake.com/en/sql-reference/sql/create-external-table">CREATE EXTERNAL TABLE</see> and
/// <see href="https://docs.snowflake.com/en/user-guide/tables-external-intro">Introduction to external tables</see>.
/// </remarks>
/// <example><code>
/// /// &lt;summary&gt;Price lists as suppliers sent them, a folder a month.&lt;/summary&gt;
/// [ExternalTable&lt;Landing, SupplierStage&gt;(Path = "prices/", Pattern = @".*\.csv", PartitionBy = [nameof(Month)])]
/// public sealed class SupplierPrices
/// {
///     public string? Sku { get; init; }                                                     // SKU   VARCHAR AS (VALUE:c1::VARCHAR)
///     [FromPath("month", Format = "YYYY-MM")] public DateOnly? Month { get; init; }         // MONTH DATE AS (TRY_TO_DATE(..METADATA$FILENAME..))
/// }
/// </code></example>
/// <typeparam name="TSchema">The schema it belongs to.</typeparam>
/// <typeparam name="TStage">The external stage whose files it reads, with a <see cref="FormatAttribute{TFormat}"/>.</typeparam>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExternalTableAttribute<[OfKind(typeof(SchemaAttribute))] TSchema, [OfKind(typeof(StageAttribute<>))] TStage> : KindAttribute
{
    /// <summary>The folder below the stage, with a slash at its end, where it isn't the whole stage.</summary>
    public string? Path { get; init; }

    /// <summary>A regular expression that the file's whole path matches.</summary>
    public string? Pattern { get; init; }

    /// <summary>The partition columns, by <c>nameof</c>: each has <see cref="FromPathAttribute"/>. A query that filters by them reads their files alone.</summary>
    public string[] PartitionBy { get; init; } = [];

    /// <summary>The bucket's events keep the table's files current (AUTO_REFRESH); else a task refreshes it.</summary>
    public bool AutoRefresh { get; init; }

    /// <summary>
    /// The ARN of the SNS topic that announces the bucket's files, with <see cref="AutoRefresh"/>; may hold <c>${name}</c>. Null: the bucket tells the account's queue directly
    /// (SHOW EXTERNAL TABLES names it).
    /// </summary>
    public string? SnsTopic { get; init; }
}
