using System.Diagnostics;
using Pipeline.Catalog;
using Pipeline.Engine.Alerts;
using Pipeline.Engine.ExternalTables;
using Pipeline.Engine.Files;
using Pipeline.Engine.Loads;
using Pipeline.Engine.Reports;
using Pipeline.Engine.Views;

namespace Pipeline.Engine.Tasks;

/// <summary>Runs one task: for each of its objects the copies, the loads or the refresh; the first failure ends it.</summary>
internal sealed class TaskRunner(CompiledCatalog catalog, CopyRunner copies, LoweredLoads lowered, LoadRunner loads, DynamicTables dynamicTables, ExternalTableRefresher externalTables, RunRecorder recorder, AlertRunner alerts)
{
    public TaskReport Run(TaskObject task, RunContext run)
    {
        var watch = Stopwatch.StartNew();
        var copied = new List<CopyReport>();
        var loaded = new List<LoadReport>();
        var refreshed = new List<RefreshReport>();
        var passed = new List<GateReport>();
        string? error = null;
        foreach (var name in task.Runs)
        {
            error = catalog.Find(name) switch
            {
                ExternalTableObject external => Refresh(external, run, refreshed),
                TableObject table => RunTable(table, run, copied, loaded),
                DynamicTableObject dynamic => Refresh(dynamic, refreshed),
                RunLedgerObject => recorder.Record(task.Root, run),
                AlertObject alert => alerts.Evaluate(alert, run.Now),
                GateObject gate => Pass(gate, run, passed),
                _ => $"{task.Name} runs {name}, which is no table of the model.",
            };
            if (error is not null) break;
        }

        return new(task.Name, error is null ? RunStatus.Succeeded : RunStatus.Failed, watch.Elapsed)
        {
            Copies = copied,
            Loads = loaded,
            Refreshes = refreshed,
            Gates = passed,
            Error = error,
        };
    }

    private string? RunTable(TableObject table, RunContext run, List<CopyReport> copied, List<LoadReport> loaded)
    {
        foreach (var copy in table.Copies)
        {
            copied.Add(copies.Run(table, copy, run));
            if (copied[^1].Error is { } error) return error;
        }

        foreach (var load in lowered.Of(table))
        {
            loaded.Add(loads.Run(load, run));
            if (loaded[^1].Error is { } error) return error;
        }

        return null;
    }

    private string? Pass(GateObject gate, RunContext run, List<GateReport> passed)
    {
        var report = loads.Run(GateLowering.Lower(catalog, gate), run);
        passed.Add(new(gate.Name, report.Status, report.Duration) { Error = report.Error });
        return report.Error;
    }

    private string? Refresh(ExternalTableObject table, RunContext run, List<RefreshReport> refreshed)
    {
        refreshed.Add(externalTables.Refresh(table, run));
        return refreshed[^1].Error;
    }

    private string? Refresh(DynamicTableObject table, List<RefreshReport> refreshed)
    {
        refreshed.Add(dynamicTables.Refresh(table));
        return refreshed[^1].Error;
    }
}
