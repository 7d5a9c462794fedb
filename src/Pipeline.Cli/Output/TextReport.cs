using Pipeline.Catalog;
using Pipeline.Engine;
using Pipeline.Engine.Reports;

namespace Pipeline.Cli.Output;

/// <summary>The result of a run for a person.</summary>
internal static class TextReport
{
    // Of more deliveries, a line each says enough.
    private const int DeliveriesInFull = 4;

    private const int MostNames = 5;

    public static void Write(RunResult result, TextWriter output)
    {
        var table = new TextTable(output);
        if (result.Schedule is { } schedule)
        {
            ScheduleText.Write(schedule, output, table);
        }
        else if (result.Runs.Count == 0)
        {
            output.WriteLine($"Nothing new: {Texts.Some(result.Deliveries.Count, "delivery", "deliveries")} loaded before. Nothing was changed.");
        }
        else if (result.Runs.Count <= DeliveriesInFull)
        {
            foreach (var run in result.Runs) WriteTasks(run, output, table);
        }
        else
        {
            WriteDeliveries(result.Runs, output, table);
        }

        if (result.ShowsHistory) ScheduleText.Write(result.History, output, table);
        WriteQuality(result.Schedule?.Quality ?? result.Runs.SelectMany(r => r.Report.Quality), output, table);
        AlertText.Write(result.Schedule?.Alerts ?? [.. result.Runs.SelectMany(r => r.Report.Alerts)], output);
        WriteLedger(result.Ledger, output, table);
        if (result.Role is { } role)
        {
            output.WriteLine();
            output.WriteLine($"As {role} sees it:");
        }

        foreach (var preview in result.Previews) WritePreview(preview, output, table);
        output.WriteLine();
        output.WriteLine($"Kept in {result.Database}");
    }

    private static void WriteTasks(DeliveryRun run, TextWriter output, TextTable table)
    {
        output.WriteLine();
        output.WriteLine($"Delivery {run.Name}: {Summary(run.Report)}");
        output.WriteLine();
        table.Write(
            ["task", "what", ">files", ">read", ">filtered", ">rejected", ">deduplicated", ">loaded", ">inserted", ">updated", ">closed", ">deleted", ">inferred", ">rekeyed", ">time"],
            run.Report.Pipes.Select(p => Line(p.Pipe, $"pipe {p.Table}", p.Status, p.Duration, p.Files.Count, p.Files.Sum(f => f.RowsParsed), loaded: p.RowsLoaded, inserted: p.RowsLoaded))
                .Concat(run.Report.Graphs.SelectMany(g => g.Tasks.Count == 0 ? [Line(g.Root, g.Status.ToString().ToLowerInvariant(), g.Status, TimeSpan.Zero)] : g.Tasks.SelectMany(Lines)))
                .Concat(run.Report.Refreshes.Select(r => Line(null, $"refresh {r.Table}", r.Status, r.Duration, inserted: r.Rows))));
        foreach (var error in run.Report.Pipes.Select(p => p.Error).Concat(run.Report.Tasks.Select(t => t.Error)).Concat(run.Report.Refreshes.Select(r => r.Error)).OfType<string>()) output.WriteLine($"  {error}");
        foreach (var file in run.Report.Pipes.SelectMany(p => p.Files).Where(f => f.FirstProblem is not null)) output.WriteLine($"  {file.Path}: skipped, {file.FirstProblem}");
        foreach (var file in run.Report.Copies.SelectMany(c => c.Files).Where(f => f.FirstProblem is not null))
        {
            output.WriteLine($"  {file.Path}: {Texts.Count(file.RowsParsed - file.RowsLoaded)} of {Texts.Count(file.RowsParsed)} rows set aside, the first: {file.FirstProblem}");
        }

        // One of the two alone is common; both look like one name that is spelled in two ways.
        var files = run.Report.Copies.SelectMany(c => c.Files.Select(f => (Table: c.Target, File: f))).Concat(run.Report.Pipes.SelectMany(p => p.Files.Select(f => (p.Table, File: f))));
        foreach (var (target, file) in files.Where(f => f.File.FieldsLeftOut.Count > 0 && f.File.ColumnsWithoutField.Count > 0))
        {
            output.WriteLine($"  {file.Path}: no column takes {string.Join(", ", file.FieldsLeftOut.Take(MostNames))}, and {target} gets nothing for {string.Join(", ", file.ColumnsWithoutField.Take(MostNames))}; "
                + "a field goes to the column of its name: rename the property, or say [FromField(\"..\")]");
        }
    }

    private static IEnumerable<string[]> Lines(TaskReport task)
    {
        var parts = task.Copies.Select(c => Line(
                null, $"copy {c.Target}", c.Status, c.Duration, c.Files.Count, c.RowsParsed, rejected: c.RowsRejected, loaded: c.RowsLoaded, inserted: c.RowsLoaded))
            .Concat(task.Loads.Select(l => Line(
                null, $"load {l.Target}", l.Status, l.Duration, 0, l.RowsRead, l.RowsFiltered, l.RowsRejected, l.RowsDeduplicated, l.RowsLoaded,
                l.RowsInserted, l.RowsUpdated, l.RowsClosed, l.RowsDeleted, l.RowsInferred, l.RowsRekeyed)))
            .Concat(task.Gates.Select(g => Line(null, $"check {g.Gate}", g.Status, g.Duration)))
            .Concat(task.Refreshes.Select(r => Line(null, $"refresh {r.Table}", r.Status, r.Duration, inserted: r.Rows)))
            .ToList();
        if (parts.Count == 0) parts.Add(Line(null, "", task.Status, task.Duration));
        parts[0][0] = task.Task.ToString();
        return parts;
    }

    private static string[] Line(
        QualifiedName? task, string what, RunStatus status, TimeSpan duration, long files = 0, long read = 0, long filtered = 0, long rejected = 0,
        long deduplicated = 0, long loaded = 0, long inserted = 0, long updated = 0, long closed = 0, long deleted = 0, long inferred = 0, long rekeyed = 0) =>
    [
        task?.ToString() ?? "",
        status is RunStatus.Succeeded ? what : $"{what} {status switch { RunStatus.Failed => "FAILED", RunStatus.Skipped => "skipped", _ => "not run" }}".Trim(),
        .. new[] { files, read, filtered, rejected, deduplicated, loaded, inserted, updated, closed, deleted, inferred, rekeyed }.Select(Texts.CountOrNothing),
        Texts.Seconds(duration),
    ];

    private static void WriteDeliveries(IReadOnlyList<DeliveryRun> runs, TextWriter output, TextTable table)
    {
        output.WriteLine();
        table.Write(
            ["delivery", "result", ">files", ">read", ">rejected", ">loaded", ">time"],
            runs.Select(r => new[]
            {
                r.Name,
                r.Report.Succeeded ? "ok" : "FAILED",
                Texts.CountOrNothing(r.Report.Files.Count()),
                Texts.CountOrNothing(r.Report.Files.Sum(f => f.RowsParsed)),
                Texts.CountOrNothing(r.Report.Copies.Sum(c => c.RowsRejected) + r.Report.Loads.Sum(l => l.RowsRejected)),
                Texts.CountOrNothing(r.Report.Files.Sum(f => f.RowsLoaded)),
                Texts.Seconds(r.Report.Duration),
            }));
        foreach (var error in runs.SelectMany(r => r.Report.Pipes.Select(p => p.Error).Concat(r.Report.Tasks.Select(t => t.Error))).OfType<string>()) output.WriteLine($"  {error}");
    }

    private static void WriteQuality(IEnumerable<QualityReport> results, TextWriter output, TextTable table)
    {
        var checks = results.GroupBy(q => (q.Check, q.Target))
            .Select(g => (g.Key.Check, g.Key.Target, Errors: g.Sum(q => q.ErrorCount), Rows: g.Any(q => q.RowCount is null) ? null : g.Sum(q => q.RowCount), Status: Worst(g))).ToList();
        if (checks.Count == 0) return;

        output.WriteLine();
        output.WriteLine($"Quality: {Texts.Some(checks.Count, "check")}, {Texts.Count(checks.Count(c => c.Status != "PASS"))} with findings");
        output.WriteLine();
        table.Write(["check", "rows of", "result", ">broken by", ">of"], checks.Select(c => new[] { c.Check, c.Target, c.Status, Texts.Count(c.Errors), c.Rows is { } rows ? Texts.Count(rows) : "" }));
    }

    private static string Worst(IEnumerable<QualityReport> results) =>
        results.Any(r => r.Status == "FAIL") ? "FAIL" : results.Any(r => r.Status == "WARN") ? "WARN" : "PASS";

    private static void WriteLedger(IReadOnlyList<LedgerLine> ledger, TextWriter output, TextTable table)
    {
        if (ledger.Count == 0) return;
        output.WriteLine();
        output.WriteLine(ledger.All(l => l.IsBalanced)
            ? "Ledger: every row read is loaded, rejected, deduplicated or filtered"
            : $"Ledger: rows are missing in {string.Join(", ", ledger.Where(l => !l.IsBalanced).Select(l => l.Procedure))}");
        output.WriteLine();
        table.Write(
            [
                "procedure", ">runs", ">failed", ">read", ">loaded", ">rejected", ">deduplicated", ">filtered",
                ">inserted", ">updated", ">closed", ">deleted", ">inferred", ">rekeyed",
            ],
            ledger.Select(l => new[]
            {
                l.Procedure, Texts.Count(l.Runs), Texts.CountOrNothing(l.Failures), Texts.Count(l.Read), Texts.Count(l.Loaded), Texts.Count(l.Rejected), Texts.Count(l.Deduplicated), Texts.Count(l.Filtered),
                Texts.CountOrNothing(l.Inserted), Texts.CountOrNothing(l.Updated), Texts.CountOrNothing(l.Closed), Texts.CountOrNothing(l.Deleted), Texts.CountOrNothing(l.Inferred), Texts.CountOrNothing(l.Rekeyed),
            }));
    }

    private static void WritePreview(Preview preview, TextWriter output, TextTable table)
    {
        output.WriteLine();
        output.WriteLine($"{preview.Table}: {Texts.Some(preview.Count, "row")}");
        if (preview.Count == 0) return;
        output.WriteLine();
        table.Write(preview.Rows.Columns, preview.Rows.Rows.Select(r => r.Select(QueryResult.Text)));
    }

    private static string Summary(RunReport report) =>
        (report.Succeeded ? "" : "FAILED, ")
        + $"{Texts.Some(report.Files.Count(), "file")}, {Texts.Some(report.Files.Sum(f => f.RowsParsed), "row")}, {Texts.Seconds(report.Duration)}";
}
