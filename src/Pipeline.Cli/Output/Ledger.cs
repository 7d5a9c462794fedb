using System.Globalization;
using Pipeline.Catalog;
using Pipeline.Engine;

namespace Pipeline.Cli.Output;

/// <summary>Adds up the run ledger.</summary>
internal static class Ledger
{
    private static readonly string[] Counts =
    [
        "ROWS_READ", "ROWS_LOADED", "ROWS_REJECTED", "ROWS_DEDUPLICATED", "ROWS_FILTERED",
        "ROWS_INSERTED", "ROWS_UPDATED", "ROWS_CLOSED", "ROWS_DELETED", "ROWS_INFERRED", "ROWS_REKEYED",
    ];

    public static IReadOnlyList<LedgerLine> Read(LocalPipeline pipeline)
    {
        var runs = PlatformTables.LoadRuns(pipeline.Catalog);
        if (pipeline.Catalog.Find<TableObject>(runs) is null) return [];
        return
        [
            .. pipeline.Rows(runs, $"PROCEDURE_NAME, STATUS, {string.Join(", ", Counts)}", "PROCEDURE_NAME, STARTED_AT").Rows
                .GroupBy(r => (string)r[0]!)
                .Select(g => Line(g.Key, [.. g.Where(r => (string)r[1]! == "SUCCEEDED")], g.Count(r => (string)r[1]! == "FAILED"))),
        ];
    }

    private static LedgerLine Line(string procedure, IReadOnlyList<IReadOnlyList<object?>> runs, int failures)
    {
        long Sum(string column) => runs.Sum(r => Convert.ToInt64(r[Array.IndexOf(Counts, column) + 2], CultureInfo.InvariantCulture));

        return new(
            procedure, runs.Count, Sum("ROWS_READ"), Sum("ROWS_LOADED"), Sum("ROWS_REJECTED"), Sum("ROWS_DEDUPLICATED"), Sum("ROWS_FILTERED"),
            Sum("ROWS_INSERTED"), Sum("ROWS_UPDATED"), Sum("ROWS_CLOSED"), Sum("ROWS_DELETED"), Sum("ROWS_INFERRED"), Sum("ROWS_REKEYED"), failures);
    }
}
