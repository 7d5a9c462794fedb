namespace Pipeline.Model;

/// <summary>A stage: where files lie until they are copied. With a url it is external, without one internal.</summary>
/// <remarks>
/// Becomes CREATE STAGE IF NOT EXISTS. How it is reached and read is said beside it, by <see cref="ThroughAttribute{TIntegration}"/> and
/// <see cref="FormatAttribute{TFormat}"/>. In a local run the url is a folder.
/// See <see href="https://docs.snowflake.com/en/sql-reference/sql/create-stage">CREATE STAGE</see>.
/// </remarks>
/// <example><code>
/// [Stage&lt;Landing&gt;("${s3.root}/sales/"), Through&lt;RetailS3&gt;, Format&lt;SalesCsv&gt;] public sealed class SalesStage;
/// </code></example>
/// <typeparam name="TSchema">The schema it belongs to.</typeparam>
/// <param name="url">The folder in the bucket, with a slash at its end; may hold <c>${name}</c> of the environment.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StageAttribute<[OfKind(typeof(SchemaAttribute))] TSchema>(string? url = null) : KindAttribute
{
    /// <summary>The folder in the bucket; null for an internal stage.</summary>
    public string? Url => url;

    /// <summary>Keeps a directory table: a list of the files that can be queried.</summary>
    public bool Directory { get; init; }
}
