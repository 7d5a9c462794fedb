using Loads.Benchmarks.Models;
using Pipeline.Engine;
using Pipeline.Engine.Reports;

namespace Loads.Benchmarks.LocalRun;

/// <summary>The warehouse by the model: streams, loads, rejects, ledger, each in its transaction.</summary>
internal sealed class PipelineRun(string file) : ILocalRun
{
    private static readonly DateTime FirstAt = new(2024, 2, 1);
    private static readonly DateTime NextAt = new(2024, 7, 1);

    private readonly LocalPipeline pipeline = LocalPipeline.Open(ModelCatalog.Sales, new() { DatabaseFile = file });

    /// <summary>What the last run said of itself.</summary>
    public RunReport? Report { get; private set; }

    public void First(string folder) => Run(folder, FirstAt);

    public void Next(string folder) => Run(folder, NextAt);

    public string Compared() =>
        string.Join('\n', pipeline.Query(SqlText.Read("LocalRun/compared.sql", ("curated", "CURATED."), ("analytics", "ANALYTICS."))).Rows
            .Select(r => string.Join(" | ", r.Select(QueryResult.Text))));

    public void Dispose() => pipeline.Dispose();

    private void Run(string folder, DateTime at)
    {
        pipeline.Deliver(folder, at);
        Report = pipeline.Run(at);
        var error = Report.Tasks.Select(t => t.Error).Concat(Report.Refreshes.Select(r => r.Error)).FirstOrDefault(e => e is not null);
        if (error is not null) throw new InvalidOperationException(error);
    }
}
