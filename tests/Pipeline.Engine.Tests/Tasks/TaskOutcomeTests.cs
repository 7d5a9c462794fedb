using Pipeline.Catalog;
using Pipeline.Engine.Reports;
using static Pipeline.Engine.Tests.Tables;
using static Pipeline.Engine.Tests.Tasks.TaskLab;

namespace Pipeline.Engine.Tests.Tasks;

/// <summary>What becomes of a task by what became of those before it; what is retried, suspended, cancelled, and told.</summary>
public sealed class TaskOutcomeTests
{
    [Fact]
    public void Suspended_predecessor_counts_as_succeeded() => Assert.Equal(
        "E.ROOT Succeeded, E.A Suspended, E.B Succeeded, E.C Succeeded",
        Run(Root("E.ROOT"), Task("E.A", "E.ROOT", "E.ROOT") with { Suspended = true }, Task("E.B", "E.ROOT", "E.ROOT"), Task("E.C", "E.ROOT", "E.A") with { After = [Name("E.A"), Name("E.B")] }));

    [Fact]
    public void Task_all_of_whose_predecessors_are_suspended_does_not_run() => Assert.Equal(
        "E.ROOT Succeeded, E.A Suspended, E.B NotRun", Run(Root("E.ROOT"), Task("E.A", "E.ROOT", "E.ROOT") with { Suspended = true }, Task("E.B", "E.ROOT", "E.A")));

    [Fact]
    public void Failed_graph_is_run_again_from_the_tasks_that_failed()
    {
        using var lab = new TaskLab(Root("E.ROOT") with { Retries = 2 }, Task("E.A", "E.ROOT", "E.ROOT"), Task("E.B", "E.ROOT", "E.A", Broken), Task("E.C", "E.ROOT", "E.B"));
        var graph = Assert.Single(lab.Play(1).Graphs);
        Assert.Equal((RunStatus.Failed, 3), (graph.Status, graph.Attempts));
        Assert.Equal("00:00 E.ROOT SUCCEEDED\n00:00 E.A SUCCEEDED\n00:00 E.B FAILED\n00:00 E.B FAILED (2)\n00:00 E.B FAILED (3)", lab.History);
        Assert.Equal(["SCHEDULE", "SCHEDULE", "SCHEDULE", "AUTOMATIC RETRY", "AUTOMATIC RETRY"], lab.Pipeline.TaskHistory.Select(h => h.ScheduledFrom));
        Assert.Single(lab.Pipeline.TaskHistory.Select(h => h.RunId).Distinct());
    }

    [Fact]
    public void L25_finalizer_runs_once_when_all_else_has_ended_also_after_a_failure()
    {
        using var lab = new TaskLab(Root("E.ROOT") with { Retries = 1 }, Task("E.A", "E.ROOT", "E.ROOT", Broken), Finalizer());
        var graph = Assert.Single(lab.Play(1).Graphs);
        Assert.Equal("00:00 E.ROOT SUCCEEDED\n00:00 E.A FAILED\n00:00 E.A FAILED (2)\n00:00 E.LAST SUCCEEDED (2)", lab.History);
        Assert.Equal(RunStatus.Failed, graph.Status);
    }

    [Fact]
    public void Finalizer_of_a_graph_that_was_skipped_does_not_run()
    {
        using var lab = new TaskLab(Root("E.ROOT") with { When = [Name("S.CHANGES")] }, Finalizer());
        lab.Play(1);
        Assert.Equal("00:00 E.ROOT SKIPPED", lab.History);
    }

    [Fact]
    public void Finalizer_that_fails_fails_the_graph()
    {
        using var lab = new TaskLab(Root("E.ROOT"), Finalizer() with { Runs = [Name(Broken)] });
        Assert.Equal(RunStatus.Failed, Assert.Single(lab.Play(1).Graphs).Status);
    }

    [Fact]
    public void Graph_is_suspended_after_its_failures_in_a_row_and_runs_again_when_it_is_resumed()
    {
        using var lab = new TaskLab(Root("E.ROOT") with { SuspendAfterFailures = 2 }, Task("E.A", "E.ROOT", "E.ROOT", Broken));
        Assert.Equal(2, lab.Play(5).Graphs.Count);
        Assert.EndsWith("00:00 E.A FAILED\n01:00 E.ROOT SUCCEEDED\n01:00 E.A FAILED_AND_AUTO_SUSPENDED", lab.History, StringComparison.Ordinal);
        lab.Pipeline.Resume(Name("E.ROOT"));
        Assert.Equal(2, lab.Play(5).Graphs.Count);
    }

    [Fact]
    public void Skipped_runs_are_no_failures_and_do_not_end_a_row_of_them()
    {
        using var lab = new TaskLab(Root("E.ROOT") with { SuspendAfterFailures = 1, When = [Name("S.CHANGES")] });
        Assert.Equal(3, lab.Play(3).Graphs.Count);
    }

    [Fact]
    public void Zero_failures_never_suspend()
    {
        using var lab = new TaskLab(Root("E.ROOT") with { SuspendAfterFailures = 0 }, Task("E.A", "E.ROOT", "E.ROOT", Broken));
        Assert.Equal(12, lab.Play(12).Graphs.Count);
    }

    [Fact]
    public void Task_beyond_its_limit_is_cancelled_and_has_failed_and_the_root_s_limit_is_the_graph_s()
    {
        using var own = new TaskLab(new Dictionary<string, int> { ["E.A"] = 20 }, Root("E.ROOT"), Task("E.A", "E.ROOT", "E.ROOT", "S.COPIED") with { TimeoutMinutes = 10 });
        own.Insert("a");
        Assert.Equal("E.A was cancelled: it may take 10 minutes", Assert.Single(own.Play(1).Graphs).Tasks[1].Error);
        Assert.Equal("", own.Pipeline.Query("SELECT V FROM S.COPIED").ToString());

        using var whole = new TaskLab(
            new Dictionary<string, int> { ["E.A"] = 20, ["E.B"] = 20 }, Root("E.ROOT") with { TimeoutMinutes = 30 }, Task("E.A", "E.ROOT", "E.ROOT"), Task("E.B", "E.ROOT", "E.A"));
        var graph = Assert.Single(whole.Play(1).Graphs);
        Assert.Equal("E.ROOT Succeeded, E.A Succeeded, E.B Failed", States(graph));
        Assert.Equal(Day.AddMinutes(30), graph.EndedAt);
    }

    [Fact]
    public void Tasks_without_an_order_between_them_run_at_the_same_time()
    {
        using var lab = new TaskLab(new Dictionary<string, int> { ["E.A"] = 20, ["E.B"] = 30 }, Root("E.ROOT"), Task("E.A", "E.ROOT", "E.ROOT"), Task("E.B", "E.ROOT", "E.ROOT"), Task("E.C", "E.ROOT", "E.A") with { After = [Name("E.A"), Name("E.B")] });
        lab.Play(1);
        Assert.Equal("00:00 E.ROOT SUCCEEDED\n00:00 E.A SUCCEEDED\n00:00 E.B SUCCEEDED\n00:30 E.C SUCCEEDED", lab.History);
    }

    [Fact]
    public void Task_may_ask_whether_its_predecessor_loaded_rows()
    {
        using var lab = new TaskLab(Root("E.ROOT") with { When = [Name("S.NEVER_READ")] }, Task("E.LOAD", "E.ROOT", "E.ROOT", "S.COPIED"), Task("E.TELL", "E.ROOT", "E.LOAD") with { WhenLoaded = [Name("E.LOAD")] });
        lab.Play(3, (0.5, () => { lab.Insert("a"); lab.Insert("b"); }));
        Assert.Equal(
            "00:00 E.ROOT SKIPPED\n01:00 E.ROOT SUCCEEDED\n01:00 E.LOAD SUCCEEDED\n01:00 E.TELL SUCCEEDED\n02:00 E.ROOT SUCCEEDED\n02:00 E.LOAD SUCCEEDED\n02:00 E.TELL SKIPPED", lab.History);
        Assert.Equal(["2", "0"], lab.Pipeline.TaskHistory.Where(h => h.Task == Name("E.LOAD")).Select(h => h.ReturnValue));
    }

    [Fact]
    public void Value_of_a_suspended_predecessor_is_an_error()
    {
        using var lab = new TaskLab(
            Root("E.ROOT") with { When = [Name("S.NEVER_READ")] }, Task("E.LOAD", "E.ROOT", "E.ROOT", "S.COPIED") with { Suspended = true },
            Task("E.TELL", "E.ROOT", "E.LOAD") with { After = [Name("E.ROOT"), Name("E.LOAD")], WhenLoaded = [Name("E.LOAD")] });
        lab.Insert("a");
        Assert.Contains("E.LOAD has returned no value to E.TELL", Assert.Single(lab.Play(1).Graphs).Tasks[2].Error, StringComparison.Ordinal);
    }

    private static TaskObject Finalizer() => Task("E.LAST", "E.ROOT", "E.ROOT") with { After = [], IsFinalizer = true };

    private static string Run(params TaskObject[] tasks)
    {
        using var lab = new TaskLab([.. tasks]);
        return States(lab.Pipeline.Run(Day).Graphs.Single());
    }
}
