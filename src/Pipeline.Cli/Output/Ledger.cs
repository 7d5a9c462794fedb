using System.Globalization;
using Pipeline.Catalog;
using Pipeline.Engine;

namespace Pipeline.Cli.Output;

/// <summary>Adds up the run ledger.</summary>
internal static class Ledger
{
    public static IReadOnlyList<LedgerLine> Read(LocalPipeline pipeline)
    {
        var runs = PlatformTables.LoadRuns(pipeline.Catalog);
        if (pipeline.Catalog.Find<TableObject>(runs) is null) return [];
        return
        [
            .. pipeline.Rows(
                runs, "PROCEDURE_NAME, RUN_ID, STATUS, ROWS_READ, ROWS_LOADED, ROWS_REJECTED, ROWS_DEDUPLICATED, ROWS_FILTERED", "PROCEDURE_NAME, STARTED_AT").Rows
                .Where(r => (string)r[2]! == "SUCCEEDED")
                .GroupBy(r => (string)r[0]!)
                .Select(g => new LedgerLine(g.Key, g.Count(), Sum(g, 3), Sum(g, 4), Sum(g, 5), Sum(g, 6), Sum(g, 7))),
        ];
    }

    private static long Sum(IEnumerable<IReadOnlyList<object?>> rows, int column) => rows.Sum(r => Convert.ToInt64(r[column], CultureInfo.InvariantCulture));
}
