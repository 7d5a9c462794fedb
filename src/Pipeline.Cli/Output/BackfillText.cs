using System.Globalization;
using Pipeline.Catalog;
using Pipeline.Engine.Reports;

namespace Pipeline.Cli.Output;

/// <summary>What a backfill did to the local database.</summary>
internal static class BackfillText
{
    public static void Write(QualifiedName table, long before, long after, IReadOnlyList<LoadReport> reports, TextWriter output)
    {
        var counts = new (string Heading, Func<LoadReport, long> Count)[]
        {
            (">read", r => r.RowsRead), (">loaded", r => r.RowsLoaded), (">rejected", r => r.RowsRejected), (">duplicates", r => r.RowsDeduplicated), (">filtered", r => r.RowsFiltered),
            (">inserted", r => r.RowsInserted), (">updated", r => r.RowsUpdated), (">closed", r => r.RowsClosed), (">deleted", r => r.RowsDeleted), (">inferred", r => r.RowsInferred),
        };
        new TextTable(output).Write(counts.Select(c => c.Heading).Prepend("status"), reports.Select(r => counts.Select(c => Text(c.Count(r))).Prepend(r.Status.ToString())));
        output.WriteLine();
        output.WriteLine($"{table} had {Text(before)} rows and has {Text(after)}.");
    }

    private static string Text(long count) => count.ToString(CultureInfo.InvariantCulture);
}
