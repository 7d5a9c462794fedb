using Pipeline.Cli.Output;
using Pipeline.Engine;
using Pipeline.Engine.Reports;

namespace Pipeline.Cli.Listening;

/// <summary>Lets the pipes load the files of a folder as they are dropped into it.</summary>
internal sealed class Listener(LocalPipeline pipeline, string folder, DropFolder drops, TimeProvider clock, TextWriter output)
{
    private bool hasFailed;

    /// <summary>Listens until it is ended, or with <paramref name="once"/> until every file that is there is loaded.</summary>
    /// <returns>Whether every file could be read.</returns>
    public bool Listen(bool once, CancellationToken end)
    {
        try
        {
            while (true)
            {
                Load(drops.TakeComplete());
                if (once && !drops.IsUnsettled) return !hasFailed;
                drops.Wait(end);
            }
        }
        catch (OperationCanceledException)
        {
            return !hasFailed;
        }
    }

    private void Load(IReadOnlySet<string> complete)
    {
        if (complete.Count == 0) return;
        var now = clock.GetUtcNow().UtcDateTime;
        var arrivedAt = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Unspecified);
        pipeline.Deliver(folder, arrivedAt, complete.Contains);
        var reports = pipeline.Ingest(arrivedAt);
        foreach (var report in reports) Tell(report);

        var loaded = reports.SelectMany(r => r.Files).Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var path in complete.Where(p => !loaded.Contains(p)).Order(StringComparer.Ordinal))
        {
            output.WriteLine(pipeline.PipeOf(path) is { } pipe
                ? $"{path}: {pipe} took a file of this name before, and takes each name once."
                : $"{path}: no pipe loads it: it lies in no pipe's stage and pattern.");
        }
    }

    private void Tell(PipeReport report)
    {
        foreach (var file in report.Files)
        {
            output.WriteLine($"{file.Path}: {Texts.Some(file.RowsLoaded, "row")} into {report.Table} by {report.Pipe}, {file.Status}{(file.FirstProblem is { } problem ? $": {problem}" : "")}");
            hasFailed |= file.FirstProblem is not null;
        }

        if (report.Error is null) return;
        output.WriteLine($"{report.Pipe}: {report.Error}");
        hasFailed = true;
    }
}
