namespace Pipeline.Model;

/// <summary>A pipe: loads each file into its landing table as it arrives, without a task or a warehouse (Snowpipe).</summary>
/// <remarks>
/// <para>Becomes CREATE PIPE IF NOT EXISTS .. AUTO_INGEST = TRUE around the table's COPY, in the table's schema. The table has one
/// <see cref="CopyFromAttribute{TStage}"/>, with <see cref="OnError.SkipFile"/>: a pipe keeps no rejected rows aside, and tells of errors for
/// files alone that it skips. No task <see cref="RunsAttribute{TWork}">runs</see> the table: copies and pipes don't know of each other's files.</para>
/// <para>A pipe loads a file of a name once in 14 days. Unlike COPY, it passes by a file whose content changed, so producers give each file a new name.
/// Files may be loaded in any order, and a file in several transactions.</para>
/// <para>A pipe's COPY can't be altered. A deployment that finds a pipe of another definition stops and says so; docs/reference/pipes.md tells how
/// to make it anew without losing or repeating a file.</para>
/// <para>In a local run a pipe loads what was delivered before the task graphs run; <c>pipeline listen</c> does it for a folder, file by file.</para>
/// See <see href="https://docs.snowflake.com/en/sql-reference/sql/create-pipe">CREATE PIPE</see> and
/// <see href="https://docs.snowflake.com/en/user-guide/data-load-snowpipe-auto-s3">Automating Snowpipe for Amazon S3</see>.
/// </remarks>
/// <example><code>
/// [Table&lt;Landing&gt;, CopyFrom&lt;ClickstreamStage&gt;(OnError = OnError.SkipFile)]
/// public sealed class RawClickstream { public Variant Event { get; init; } }
///
/// [Pipe&lt;RawClickstream&gt;(SnsTopic = "${sns.clickstream}"), ErrorsTo&lt;PipeErrors&gt;] public sealed class ClickstreamPipe;
/// </code></example>
/// <typeparam name="TTable">The landing table that it fills.</typeparam>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PipeAttribute<[OfKind(typeof(TableAttribute<>))] TTable> : KindAttribute
{
    /// <summary>
    /// The ARN of the SNS topic that announces the bucket's files; may hold <c>${name}</c>. Null: the bucket tells the account's queue directly
    /// (SHOW PIPES names it), which works for one subscriber a prefix.
    /// </summary>
    public string? SnsTopic { get; init; }

    /// <summary>
    /// The Kinesis data stream whose events Firehose writes into the stage as files; may hold <c>${name}</c>. It is made by <c>aws/template.json</c>
    /// of the build, beside the bucket, the topic and the roles. Null: the files come in another way.
    /// </summary>
    public string? KinesisStream { get; init; }
}
