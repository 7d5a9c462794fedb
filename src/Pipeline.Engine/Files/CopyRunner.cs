using System.Diagnostics;
using DuckDB.NET.Data;
using Pipeline.Catalog;
using Pipeline.Engine.Database;
using Pipeline.Engine.Reports;
using Pipeline.Engine.Streams;

namespace Pipeline.Engine.Files;

/// <summary>COPY INTO a table: every file once, all files of a copy in one transaction with what the ledger says of them.</summary>
/// <remarks>A file whose content changed is loaded again, as COPY does; one that failed isn't tried again until it changes.</remarks>
internal sealed class CopyRunner(DuckDbSession session, CompiledCatalog catalog, ChangeTracking tracking, StageFiles stages)
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
                    foreach (var file in files) loaded.Add(Load(table, copy, file, run));
                    Record(report with { Files = loaded }, run);
                });
            }

            return report with { Files = loaded, Duration = watch.Elapsed };
        }
        catch (Exception e) when (e is EngineException or DuckDBException or IOException or InvalidDataException)
        {
            var failed = report with { Status = RunStatus.Failed, Duration = watch.Elapsed, Error = Problem(table, e) };
            session.InTransaction(() => Record(failed, run));
            return failed;
        }
    }

    private FileReport Load(TableObject table, CopyDefinition copy, StagedFile file, RunContext run)
    {
        if (!File.Exists(file.Location))
        {
            throw new EngineException($"{table.Name}: {file.Location} was delivered as {file.Path}, but isn't there any more. Deliver it again.");
        }

        var rows = stages.Format(copy) switch
        {
            CsvFormatObject csv => new CsvFileRows(session, csv, table).Read(file),
            JsonFormatObject json => new JsonFileRows(session, json, table).Read(file),
            ParquetFormatObject => new ParquetFileRows(session, table).Read(file),
            var other => throw new EngineException($"{other.Name}: a local run can't read files of this format."),
        };
        var report = new FileInsert(session, table, copy, run).Insert(file, rows);
        session.Execute($"""
            INSERT INTO {EngineTables.LoadedFiles} VALUES ({Names.Text(table.Name.ToString())}, {Names.Text(file.Path)}, {Names.Text(file.ContentKey)},
                {Names.Time(run.Now)}, {Names.Text(report.Status)}, {Names.Number(report.RowsParsed)}, {Names.Number(report.RowsLoaded)},
                {Names.Number(report.RowsParsed - report.RowsLoaded)})
            """);
        return report;
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
