using System.CommandLine;
using System.Diagnostics;
using Pipeline.Cli.Models;
using Pipeline.Cli.Output;
using Pipeline.Cli.Watching;

namespace Pipeline.Cli.Commands;

/// <summary><c>pipeline watch</c>: the SQL on disk follows the classes while they are typed, and each save shows what it changed.</summary>
internal static class WatchCommand
{
    // An editor saves in several steps.
    private static readonly TimeSpan Settled = TimeSpan.FromMilliseconds(15);

    public static Command Create(TextWriter output, TextWriter error)
    {
        var model = new Argument<string>("MODEL_DIR") { Description = "The folder of the model's project.", DefaultValueFactory = _ => "." };
        var command = new Command("watch", "Keep the model's SQL on disk current while its classes are edited, and show what each save changes. Ctrl+C ends it.") { model };
        command.SetAction(arguments =>
        {
            using var ended = new CancellationTokenSource();
            ConsoleCancelEventHandler end = (_, pressed) =>
            {
                pressed.Cancel = true;
                ended.Cancel();
            };
            Console.CancelKeyPress += end;
            try
            {
                return Watch(new ModelFolder(arguments.GetRequiredValue(model)), output, error, ended.Token);
            }
            finally
            {
                Console.CancelKeyPress -= end;
            }
        });
        return command;
    }

    /// <summary>Watches until someone ends it.</summary>
    public static int Watch(ModelFolder folder, TextWriter output, TextWriter error, CancellationToken ended)
    {
        var project = folder.Project() ?? throw new UsageException("There is no project to watch; name the folder of a model.");
        using var changed = new AutoResetEvent(false);
        using var watcher = new FileSystemWatcher(Path.GetDirectoryName(Path.GetFullPath(project))!) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.DirectoryName };
        void Tell(object sender, FileSystemEventArgs e) => changed.Set();
        watcher.Changed += Tell;
        watcher.Created += Tell;
        watcher.Deleted += Tell;
        watcher.Renamed += (_, _) => changed.Set();
        watcher.Error += (_, _) => changed.Set();
        watcher.EnableRaisingEvents = true;

        var text = new DiffText(output);
        var model = new WatchedModel(project, error);
        Show(text, model.Save);
        output.WriteLine($"Watching {Path.GetDirectoryName(project)}; Ctrl+C ends it.");
        output.Flush();
        while (WaitHandle.WaitAny([ended.WaitHandle, changed]) != 0)
        {
            while (changed.WaitOne(Settled))
            {
            }

            Show(text, model.Update);
            output.Flush();
        }

        return ExitCodes.Ok;
    }

    private static void Show(DiffText text, Func<WatchedSave?> save)
    {
        var started = Stopwatch.GetTimestamp();
        if (save() is { } result) text.Write(result, TimeProvider.System.GetLocalNow(), Stopwatch.GetElapsedTime(started));
    }
}
