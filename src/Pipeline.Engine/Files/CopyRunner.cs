using System.Diagnostics;
using DuckDB.NET.Data;
using Pipeline.Catalog;
using Pipeline.Engine.Database;
using Pipeline.Engine.Loads;
using Pipeline.Engine.Reports;
using Pipeline.Engine.Streams;

namespace Pipeline.Engine.Files;

/// <summary>COPY INTO a table: every file once, all files of a copy in one transaction with what the ledger says of them.</summary>
/// <remarks>A file whose content changed is loaded again, as COPY does; one that failed isn't tried again until it changes.</remarks>
internal sealed class CopyRunner(DuckDbSession session, CompiledCatalog catalog, ChangeTracking tracking, StageFiles stages, FileLoad load)
{
    public CopyReport Run(TableObject table, CopyDefinition copy, RunContext run)
    {
        var watch = Stopwatch.StartNew();
        var report = new CopyReport(LoadLowering.CopyProcedureOf(table.Name), table.Name, RunStatus.Succeeded, TimeSpan.Zero);
        try
        {
            var files = stages.Pending(table.Name, copy);
            var loaded = new List<FileReport>();
            if (files.Count > 0)
            {
                tracking.InChange(_ =>
                {
                    foreach (var file in files) loaded.Add(load.Load(table, copy, file, run, keepsRejects: true));
                    Record(report with { Files = loaded }, run);
                });
            }

            return report with { Files = loaded, Duration = watch.Elapsed };
        }
        catch (Exception e) when (e is EngineException or DuckDBException or IOException or InvalidDataException)
        {
            var failed = report with { Status = RunStatus.Failed, Duration = watch.Elapsed, Error = Problem(table, e) };
            RecordFailure(failed, run);
            return failed;
        }
    }

    private void RecordFailure(CopyReport failed, RunContext run)
    {
        try
        {
            session.InTransaction(() => Record(failed, run));
        }
        catch (Exception e) when (e is EngineException or DuckDBException)
        {
            throw UnrecordedFailure.Of(failed.Error!, e);
        }
    }

    private void Record(CopyReport report, RunContext run)
    {
        (string Column, string Value)[] values =
        [
            ("RUN_ID", Names.Text(run.RunId)),
            ("PROCEDURE_NAME", Names.Text(report.Procedure.ToString())),
            ("TARGET", Names.Text(report.Target.ToString())),
            ("STARTED_AT", Names.Time(run.Now)),
            ("FINISHED_AT", Names.Time(run.Now)),
            ("STATUS", Names.Text(report.Status.ToString().ToUpperInvariant())),
            .. LoadVariables.Counters.Select(c => (c.Name.ToUpperInvariant(), Names.Number(Counter(report, c)))),
            ("ERROR_MESSAGE", Names.Text(report.Error)),
        ];
        session.Execute($"""
            INSERT INTO {Names.Sql(PlatformTables.LoadRuns(catalog))} ({string.Join(", ", values.Select(v => v.Column))})
            VALUES ({string.Join(", ", values.Select(v => v.Value))})
            """);
    }

    private static long Counter(CopyReport report, VariableReference counter) =>
        counter == LoadVariables.RowsRead ? report.RowsParsed
        : counter == LoadVariables.RowsRejected ? report.RowsRejected
        : counter == LoadVariables.RowsLoaded || counter == LoadVariables.RowsInserted ? report.RowsLoaded
        : 0;

    private static string Problem(TableObject table, Exception e) =>
        e is EngineException ? e.Message : $"{table.Name}: the copy failed: {e.Message.Split('\n')[0]}";
}
