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
        var from = new Option<string?>("--from") { Description = "Play the tasks' schedules on a virtual clock from this time, in UTC. By default from the first delivery.", HelpName = "TIME" };
        var until = new Option<string?>("--until") { Description = "Play the tasks' schedules until this time; nothing begins at it.", HelpName = "TIME" };
        var hours = new Option<int?>("--hours") { Description = "Play the tasks' schedules for so many hours.", HelpName = "NUMBER" };
        var history = new Option<bool>("--history") { Description = "Show each run of each task, as TASK_HISTORY does; in JSON it is always there." };
        var json = new Option<bool>("--json") { Description = "Write the result as JSON." };
        var preview = new Option<string[]>("--preview") { Description = "The tables to show rows of. By default dimensions, facts and dynamic tables.", HelpName = "TABLE", AllowMultipleArgumentsPerToken = true };
        var role = new Option<string?>("--as") { Description = "Show the tables as this role sees them, by its name or its class; by default all that it may read. The loads run as ever.", HelpName = "ROLE" };
        var webhook = new Option<string[]>("--webhook") { Description = "Really post alerts of a webhook channel to this address; by default they are shown alone.", HelpName = "CHANNEL=URL", AllowMultipleArgumentsPerToken = true };
        var command = new Command("run", "Deliver the model's files and run its task graphs on embedded DuckDB.") { model, data, database, fresh, from, until, hours, history, json, preview, role, webhook };
        command.SetAction(arguments =>
        {
            var folder = new ModelFolder(arguments.GetRequiredValue(model));
            var catalog = folder.ReadCatalog(error);
            var deliveries = Delivery.In(arguments.GetValue(data) ?? folder.Data, TimeProvider.System);
            var played = PlayedTime.Of(arguments.GetValue(from), arguments.GetValue(until), arguments.GetValue(hours), deliveries);
            var options = new LocalOptions { DatabaseFile = arguments.GetValue(database) ?? folder.Database, Webhooks = Webhooks.Parse(arguments.GetValue(webhook) ?? [], catalog) };
            return Run(
                catalog, deliveries, played, options, arguments.GetValue(fresh), arguments.GetValue(history),
                arguments.GetValue(json), arguments.GetValue(preview) ?? [], arguments.GetValue(role), output, error);
        });
        return command;
    }

    private static int Run(
        CompiledCatalog catalog, IReadOnlyList<Delivery> deliveries, PlayedTime? played, LocalOptions options, bool fresh, bool history, bool json, string[] preview, string? asRole, TextWriter output, TextWriter error)
    {
        var role = asRole is null ? null : ObjectNames.Find(catalog, asRole, o => o is RoleObject or ShareObject);
        var tables = role is null ? Previews.Of(catalog, preview) : Previews.OfRole(catalog, role, preview);
        var file = options.DatabaseFile!;
        if (fresh) DatabaseFile.Delete(file);

        using var pipeline = LocalPipeline.Open(catalog, options);
        foreach (var table in pipeline.NeverRun) error.WriteLine($"{table} isn't filled: no task runs it.");
        var before = pipeline.TaskHistory.Count;
        var progress = new Progress(error);
        var schedule = played is null ? null : Play(pipeline, played, deliveries, progress);
        var runs = played is null ? Deliver(pipeline, deliveries, progress) : [];
        var result = new RunResult(deliveries, runs, Ledger.Read(pipeline), role is null ? Previews.Read(pipeline, tables) : Previews.ReadAs(pipeline, role, tables), file)
        {
            Role = role,
            Schedule = schedule,
            History = [.. pipeline.TaskHistory.Skip(before)],
            ShowsHistory = history,
        };
        if (json) JsonReport.Write(result, output);
        else TextReport.Write(result, output);
        return result.Succeeded ? ExitCodes.Ok : ExitCodes.Failed;
    }

    // Of many hours of many tasks only what fails is worth a line while it runs.
    private static ScheduleReport Play(LocalPipeline pipeline, PlayedTime played, IReadOnlyList<Delivery> deliveries, Progress progress)
    {
        pipeline.TaskFinished += task =>
        {
            if (task.Status == RunStatus.Failed) progress.Finish(task);
        };
        return pipeline.Play(played.From, played.Until, deliveries.Select(d => (d.Folder, d.ArrivedAt)));
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
