namespace Pipeline.Model;

/// <summary>Fills a landing table from the files of a stage.</summary>
/// <remarks>
/// <para>Becomes COPY INTO in a procedure SP_COPY_.., run by the task that <see cref="RunsAttribute{TWork}">runs</see> the table. Parquet, and CSV with
/// a header, go by name; CSV without go by position; a JSON document goes into the one <see cref="Variant"/> property.</para>
/// <para>A file is copied once: Snowflake remembers it for 64 days, and a file whose content changed counts as a new one.</para>
/// See <see href="https://docs.snowflake.com/en/sql-reference/sql/copy-into-table">COPY INTO</see>.
/// </remarks>
/// <example><code>
/// [Table&lt;Landing&gt;, CopyFrom&lt;SalesStage&gt;(Pattern = @".*/sales_\d{8}\.csv")]
/// public sealed class RawSales { public string? TransactionId { get; init; } }
/// </code></example>
/// <typeparam name="TStage">The stage.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class CopyFromAttribute<[OfKind(typeof(StageAttribute<>))] TStage> : Attribute
{
    /// <summary>The folder below the stage, where it isn't the whole stage.</summary>
    public string? Path { get; init; }

    /// <summary>A regular expression that the file's whole path matches.</summary>
    public string? Pattern { get; init; }

    /// <summary>What becomes of a file with a bad row.</summary>
    public OnError OnError { get; init; }
}
