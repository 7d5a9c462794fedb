using Pipeline.Catalog;
using Pipeline.Engine.Reports;
using static Pipeline.Engine.Tests.Tables;

namespace Pipeline.Engine.Tests.Tasks;

public sealed class TaskGraphTests
{
    private static readonly DateTime Scheduled = new(2024, 3, 1, 6, 0, 0);

    [Fact]
    public void L25_task_runs_after_all_that_it_waits_for() => Assert.Equal(
        "E.ROOT Succeeded, E.B Succeeded, E.C Succeeded, E.A Succeeded",
        Run(
            Root("E.ROOT"),
            Task("E.A", "E.ROOT", "E.ROOT") with { After = [Name("E.B"), Name("E.C")] },
            Task("E.C", "E.ROOT", "E.ROOT"),
            Task("E.B", "E.ROOT", "E.ROOT")));

    [Fact]
    public void L25_failed_task_keeps_those_after_it_from_running_and_no_others() => Assert.Equal(
        "E.ROOT Succeeded, E.A Failed, E.B NotRun, E.C NotRun, E.OTHER Succeeded",
        Run(
            Root("E.ROOT"),
            Task("E.A", "E.ROOT", "E.ROOT", "S.NO_SUCH_TABLE"),
            Task("E.B", "E.ROOT", "E.A"),
            Task("E.C", "E.ROOT", "E.B"),
            Task("E.OTHER", "E.ROOT", "E.ROOT")));

    [Fact]
    public void Root_whose_condition_does_not_hold_skips_the_whole_graph()
    {
        using var pipeline = Open(Root("E.ROOT") with { When = [Name("S.CHANGES")] }, Task("E.A", "E.ROOT", "E.ROOT"));
        Assert.Equal(RunStatus.Skipped, pipeline.Run(Scheduled).Graphs.Single().Status);
        pipeline.Query("INSERT INTO S.T (ID) VALUES (1)");
        pipeline.Query("UPDATE S.T SET \"METADATA$CHANGED\" = 99");
        Assert.Equal(RunStatus.Succeeded, pipeline.Run(Scheduled).Graphs.Single().Status);
    }

    [Fact]
    public void L25_task_that_its_condition_skips_keeps_those_after_it_from_running_though_the_graph_succeeds()
    {
        using var pipeline = Open(
            Root("E.ROOT"), Task("E.A", "E.ROOT", "E.ROOT") with { When = [Name("S.CHANGES")] }, Task("E.B", "E.ROOT", "E.A"));
        var graph = pipeline.Run(Scheduled).Graphs.Single();
        Assert.Equal(RunStatus.Succeeded, graph.Status);
        Assert.Equal("E.ROOT Succeeded, E.A Skipped, E.B Skipped", States(graph));
    }

    [Fact]
    public void Graphs_run_by_name_unless_one_reads_what_another_fills()
    {
        var first = Table("S.FIRST", Text("V"));
        var second = Table("S.SECOND", Text("V")) with
        {
            Loads =
            [
                new("From", LoadMode.Append, new SelectQuery([new("V", Make.Column("first", "V", SqlType.Text, true))]) { From = new StreamSource("first", Name("S.FIRST_STREAM")) })
                {
                    Driver = Name("S.FIRST_STREAM"),
                    Streams = [Name("S.FIRST_STREAM")],
                },
            ],
        };
        using var pipeline = Open(
            first, Stream("S.FIRST_STREAM", "S.FIRST"), second,
            Root("E.A_READER", "S.SECOND"), Root("E.B"), Root("E.C_FILLER", "S.FIRST"));
        Assert.Equal(["E.C_FILLER", "E.A_READER", "E.B"], pipeline.Run(Scheduled).Graphs.Select(g => g.Root.ToString()));
    }

    [Fact]
    public void Progress_tells_each_task_as_it_starts_and_ends()
    {
        using var pipeline = Open(Root("E.ROOT"), Task("E.A", "E.ROOT", "E.ROOT"));
        var told = new List<string>();
        pipeline.TaskStarted += name => told.Add($"{name} starts");
        pipeline.TaskFinished += report => told.Add($"{report.Task} {report.Status}");
        pipeline.Run(Scheduled);
        Assert.Equal(["E.ROOT starts", "E.ROOT Succeeded", "E.A starts", "E.A Succeeded"], told);
    }

    private static string Run(params TaskObject[] tasks)
    {
        using var pipeline = Open([.. tasks]);
        return States(pipeline.Run(Scheduled).Graphs.Single());
    }

    private static LocalPipeline Open(params CatalogObject[] objects) => LocalPipeline.Open(
        Compiled([Schema("S"), Table("S.T", Optional("ID", SqlType.Int64)), Stream("S.CHANGES", "S.T"), .. objects]), new());

    private static string States(GraphReport graph) => string.Join(", ", graph.Tasks.Select(t => $"{t.Task} {t.Status}"));
}
