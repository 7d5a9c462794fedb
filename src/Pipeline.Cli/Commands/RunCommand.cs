using System.CommandLine;
using Pipeline.Catalog;
using Pipeline.Cli.Models;
using Pipeline.Cli.Output;
using Pipeline.Engine;
using Pipeline.Engine.Reports;

namespace Pipeline.Cli.Commands;

/// <summary><c>pipeline run</c>: the whole platform on this machine, delivery by delivery.</summary>
internal static class RunCommand
{
    public static Command Create(TextWriter output, TextWriter error)
    {
        var model = new Argument<string>("MODEL_DIR") { Description = "The folder of the model's project." };
        var data = new Option<string?>("--data") { Description = "The folder of the files: a folder per delivery, named as 2024-01-15T06-00. By default data/ of the model.", HelpName = "DIR" };
        var database = new Option<string?>("--database") { Description = "The DuckDB file that keeps the run. By default obj/pipeline/local.duckdb of the model.", HelpName = "FILE" };
        var fresh = new Option<bool>("--fresh") { Description = "Begin anew: delete the database file first." };
        var json = new Option<bool>("--json") { Description = "Write the result as JSON." };
        var preview = new Option<string[]>("--preview") { Description = "The tables to show rows of. By default dimensions, facts and dynamic tables.", HelpName = "TABLE", AllowMultipleArgumentsPerToken = true };
        var command = new Command("run", "Deliver the model's files and run its task graphs on embedded DuckDB.") { model, data, database, fresh, json, preview };
        command.SetAction(arguments => Run(
            new(arguments.GetRequiredValue(model)), arguments.GetValue(data), arguments.GetValue(database), arguments.GetValue(fresh),
            arguments.GetValue(json), arguments.GetValue(preview) ?? [], output, error));
        return command;
    }

    private static int Run(
        ModelFolder model, string? data, string? database, bool fresh, bool json, string[] preview, TextWriter output, TextWriter error)
    {
        var catalog = model.ReadCatalog(error);
        var tables = Previews.Of(catalog, preview);
        var deliveries = Delivery.In(data ?? model.Data, TimeProvider.System);
        var file = database ?? model.Database;
        if (fresh) DatabaseFile.Delete(file);

        using var pipeline = LocalPipeline.Open(catalog, new() { DatabaseFile = file });
        foreach (var table in pipeline.NeverRun) error.WriteLine($"{table} isn't filled: no task runs it.");
        var runs = Deliver(pipeline, deliveries, new Progress(error));
        var result = new RunResult(deliveries, runs, Ledger.Read(pipeline), Previews.Read(pipeline, tables), file);
        if (json) JsonReport.Write(result, output);
        else TextReport.Write(result, output);
        return runs.All(r => r.Report.Succeeded) ? ExitCodes.Ok : ExitCodes.Failed;
    }

    // What an earlier call left undone comes first; a run that fails stops what would come after it.
    private static List<DeliveryRun> Deliver(LocalPipeline pipeline, IReadOnlyList<Delivery> deliveries, Progress progress)
    {
        var runs = new List<DeliveryRun>();
        pipeline.TaskStarted += progress.Start;
        pipeline.TaskFinished += progress.Finish;

        bool Pending() => pipeline.PendingRuns.All(at =>
        {
            var name = deliveries.FirstOrDefault(d => d.ArrivedAt == at)?.Name ?? Texts.Time(at);
            progress.Begin(name);
            runs.Add(new(name, pipeline.Run(at)));
            return runs[^1].Report.Succeeded;
        });

        if (!Pending()) return runs;
        foreach (var delivery in deliveries)
        {
            pipeline.Deliver(delivery.Folder, delivery.ArrivedAt);
            if (!Pending()) break;
        }

        return runs;
    }
}
