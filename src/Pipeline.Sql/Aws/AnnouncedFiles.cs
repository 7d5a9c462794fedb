using Pipeline.Catalog;

namespace Pipeline.Sql.Aws;

/// <summary>Files of a bucket of which something of the model is told by a topic.</summary>
/// <param name="ClassName">What is told.</param>
/// <param name="SnsTopic">The topic's ARN; null where the bucket tells the account's queue, which has no name before it is deployed.</param>
/// <param name="Place">Where the files are.</param>
/// <param name="AlsoRemoved">Whether it is told of files that are deleted too: an external table shows their rows no more, a pipe has loaded them.</param>
/// <remarks>See <see href="https://docs.snowflake.com/en/user-guide/tables-external-s3">Refresh external tables automatically for Amazon S3</see>.</remarks>
internal sealed record AnnouncedFiles(string ClassName, string? SnsTopic, S3Place Place, bool AlsoRemoved)
{
    public IEnumerable<string> Events => AlsoRemoved ? ["s3:ObjectCreated:*", "s3:ObjectRemoved:*"] : ["s3:ObjectCreated:*"];

    /// <summary>Null for a table that a task refreshes, the account's queue tells, or that isn't in S3.</summary>
    public static AnnouncedFiles? Of(CompiledCatalog catalog, ExternalTableObject table) =>
        table is { AutoRefresh: true, SnsTopic: { } topic } && S3Place.Of(catalog.Find<StageObject>(table.Stage)?.Url) is { } place
            ? new(table.ClassName, topic, place with { Prefix = place.Prefix + table.Path }, AlsoRemoved: true)
            : null;
}
