using System.Globalization;
using Pipeline.Catalog;
using Pipeline.Engine.Reports;
using static Pipeline.Engine.Tests.Tables;

namespace Pipeline.Engine.Tests.Tasks;

/// <summary>Graphs over a table with a stream, on a clock that the test moves.</summary>
internal sealed class TaskLab : IDisposable
{
    /// <summary>A table that fails to be loaded for as long as it has no place to go.</summary>
    public const string Broken = "S.NO_SUCH_TABLE";

    public static readonly DateTime Day = new(2024, 3, 1);

    private readonly LocalPipeline pipeline;

    /// <param name="minutes">How long each task takes on the virtual clock.</param>
    public TaskLab(IReadOnlyDictionary<string, int> minutes, params CatalogObject[] objects) => pipeline = LocalPipeline.Open(
        Compiled([Schema("S"), Table("S.T", Text("V")), Stream("S.CHANGES", "S.T"), Stream("S.NEVER_READ", "S.T"), Copied, .. objects]),
        new() { TaskDuration = task => TimeSpan.FromMinutes(minutes.GetValueOrDefault(task.ToString())) });

    public TaskLab(params CatalogObject[] objects) : this(new Dictionary<string, int>(), objects)
    {
    }

    // Loads what the stream on T shows.
    private static TableObject Copied { get; } = Table("S.COPIED", Text("V")) with
    {
        Loads =
        [
            new("From", LoadMode.Append, new SelectQuery([new("V", Make.Column("t", "V", SqlType.Text, true))]) { From = new StreamSource("t", Name("S.CHANGES")) })
            {
                Driver = Name("S.CHANGES"),
                Streams = [Name("S.CHANGES")],
            },
        ],
    };

    public LocalPipeline Pipeline => pipeline;

    public ScheduleReport Play(double hours, params (double Hour, Action Do)[] events)
    {
        var from = Day;
        var reports = new List<ScheduleReport>();
        foreach (var (hour, act) in events)
        {
            reports.Add(pipeline.Play(from, Day.AddHours(hour)));
            act();
            from = Day.AddHours(hour);
        }

        reports.Add(pipeline.Play(from, Day.AddHours(hours)));
        return reports[0] with { Graphs = [.. reports.SelectMany(r => r.Graphs)], LeftOut = [.. reports.SelectMany(r => r.LeftOut)] };
    }

    /// <summary>A change that the stream shows.</summary>
    public void Insert(string value)
    {
        pipeline.Query("UPDATE LOCAL_ENGINE.STATE SET LAST_CHANGE = LAST_CHANGE + 1");
        pipeline.Query("SET VARIABLE local_change = (SELECT LAST_CHANGE FROM LOCAL_ENGINE.STATE)");
        pipeline.Query($"INSERT INTO S.T (V) VALUES ('{value}')");
    }

    /// <summary>Task, state, when it began, attempt and origin, of every run in turn.</summary>
    public string History => string.Join('\n', pipeline.TaskHistory.Select(h =>
        $"{h.StartedAt.ToString("HH:mm", CultureInfo.InvariantCulture)} {h.Task} {h.State}{(h.Attempt > 1 ? $" ({h.Attempt})" : "")}"));

    public static string States(GraphReport graph) => string.Join(", ", graph.Tasks.Select(t => $"{t.Task} {t.Status}"));

    public void Dispose() => pipeline.Dispose();
}
