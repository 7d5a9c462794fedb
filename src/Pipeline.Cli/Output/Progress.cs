using Pipeline.Catalog;
using Pipeline.Engine.Reports;

namespace Pipeline.Cli.Output;

/// <summary>Tells of each task as it ends and, on a terminal, as it begins.</summary>
internal sealed class Progress(TextWriter error)
{
    private readonly bool isTerminal = ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;

    public void Begin(string delivery) => error.WriteLine($"Delivery {delivery}");

    public void Start(QualifiedName task)
    {
        if (isTerminal) error.Write($"  .. {task}");
    }

    public void Finish(TaskReport task)
    {
        if (isTerminal) error.Write('\r');
        var state = task.Status switch
        {
            RunStatus.Succeeded => "ok  ",
            RunStatus.Failed => "fail",
            RunStatus.Skipped => "skip",
            _ => "none",
        };
        error.WriteLine($"  {state} {task.Task}  {Texts.Seconds(task.Duration)}{(task.Error is { } problem ? $"  {problem}" : "")}");
    }
}
