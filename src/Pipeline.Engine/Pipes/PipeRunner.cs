using System.Diagnostics;
using DuckDB.NET.Data;
using Pipeline.Catalog;
using Pipeline.Engine.Database;
using Pipeline.Engine.Files;
using Pipeline.Engine.Reports;
using Pipeline.Engine.Streams;

namespace Pipeline.Engine.Pipes;

/// <summary>Does what Snowpipe does: loads each file once by its name, each in a transaction of its own.</summary>
/// <remarks>A file that can't be read is left out, and isn't tried again under that name.</remarks>
internal sealed class PipeRunner(CompiledCatalog catalog, ChangeTracking tracking, StageFiles stages, FileLoad load)
{
    /// <summary>Loads what has arrived and wasn't loaded: a report for each pipe that found a file.</summary>
    public IReadOnlyList<PipeReport> Run(DateTime now) =>
        [.. catalog.All<PipeObject>().Select(p => Run(p, now)).Where(r => r.Files.Count > 0 || r.Error is not null)];

    private PipeReport Run(PipeObject pipe, DateTime now)
    {
        var watch = Stopwatch.StartNew();
        var report = new PipeReport(pipe.Name, pipe.Table, RunStatus.Succeeded, TimeSpan.Zero);
        var files = new List<FileReport>();
        try
        {
            var (table, copy) = (catalog.Find<TableObject>(pipe.Table), pipe.Copy);
            if (table is null || copy is null) throw new EngineException($"{pipe.Name} fills {pipe.Table}, which has no copy; give the table a [CopyFrom<..>].");
            foreach (var file in stages.PendingByName(table.Name, copy))
            {
                var run = new RunContext(pipe.Name.ToString(), file.ArrivedAt > now ? file.ArrivedAt : now, Clock: null);
                FileReport? loaded = null;
                tracking.InChange(_ => loaded = load.Load(table, copy, file, run, keepsRejects: false));
                files.Add(loaded!);
            }
        }
        catch (Exception e) when (e is EngineException or DuckDBException or IOException or InvalidDataException)
        {
            return report with { Status = RunStatus.Failed, Files = files, Duration = watch.Elapsed, Error = e is EngineException ? e.Message : $"{pipe.Name}: {e.Message.Split('\n')[0]}" };
        }

        return report with { Files = files, Duration = watch.Elapsed };
    }
}
