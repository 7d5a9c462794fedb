using Pipeline.Catalog;
using Pipeline.Engine.Database;

namespace Pipeline.Engine.Streams;

/// <summary>A stale stream as a view: reading it is an error, never an empty result.</summary>
internal static class StaleStream
{
    public static string Problem(StreamObject stream, StreamOffset offset, TimeSpan retention) =>
        $"{stream.Name} is stale: it was read last at {offset.ReadAt:yyyy-MM-dd HH:mm}, and the changes of {stream.Source} are kept for {retention.TotalDays:0} days. "
        + "Make the stream anew, and reconcile what it feeds with its source; or start anew with --fresh.";

    // The outer join keeps the row on which the error is raised from being planned away.
    public static string Create(StreamObject stream, IEnumerable<Column> columns, string problem) => StreamSql.CreateView(stream.Name, $"""
        SELECT {StreamSql.Columns(columns, "source_rows")}, 'INSERT' AS "METADATA$ACTION", FALSE AS "METADATA$ISUPDATE", '' AS "METADATA$ROW_ID"
        FROM (SELECT CASE WHEN error({Names.Text(problem)}) IS NULL THEN 1 END AS raised) AS stale
        LEFT JOIN {Names.Sql(stream.Source)} AS source_rows ON TRUE
        WHERE stale.raised IS NOT NULL
        """);
}
