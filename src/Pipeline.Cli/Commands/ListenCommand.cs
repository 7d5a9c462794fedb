using System.CommandLine;
using Pipeline.Catalog;
using Pipeline.Cli.Listening;
using Pipeline.Cli.Models;
using Pipeline.Engine;

namespace Pipeline.Cli.Commands;

/// <summary><c>pipeline listen</c>: the pipes load files as they are dropped into a folder.</summary>
internal static class ListenCommand
{
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(500);

    public static Command Create(TextWriter output, TextWriter error)
    {
        var model = new Argument<string>("MODEL_DIR") { Description = "The folder of the model's project." };
        var folder = new Option<string>("--folder") { Description = "The folder to listen to. It stands for the bucket: clickstream/a.json in it lies in the stage of s3://bucket/clickstream/.", HelpName = "DIR", Required = true };
        var database = new Option<string?>("--database") { Description = "The DuckDB file that keeps the rows. By default obj/pipeline/local.duckdb of the model.", HelpName = "FILE" };
        var once = new Option<bool>("--once") { Description = "End when the files that are there are loaded; else Ctrl+C ends." };
        var command = new Command("listen", "Load files by the model's pipes as they are dropped into a folder: each file once, by its name.") { model, folder, database, once };
        command.SetAction((arguments, end) =>
        {
            var place = new ModelFolder(arguments.GetRequiredValue(model));
            var catalog = place.ReadCatalog(error);
            if (!catalog.All<PipeObject>().Any()) throw new UsageException("The model has no [Pipe], so nothing loads files as they arrive. 'pipeline run' runs its copies.");
            var dropped = arguments.GetRequiredValue(folder);
            using var drops = new DropFolder(dropped, Settle, TimeProvider.System);
            using var pipeline = LocalPipeline.Open(catalog, new() { DatabaseFile = arguments.GetValue(database) ?? place.Database });
            var isOnce = arguments.GetValue(once);
            if (!isOnce) error.WriteLine($"Listening to {dropped}; Ctrl+C ends.");
            var listener = new Listener(pipeline, dropped, drops, TimeProvider.System, output);
            return Task.FromResult(listener.Listen(isOnce, end) ? ExitCodes.Ok : ExitCodes.Failed);
        });
        return command;
    }
}
