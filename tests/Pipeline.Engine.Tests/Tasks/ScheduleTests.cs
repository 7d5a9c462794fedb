using System.Globalization;
using Pipeline.Catalog;
using Pipeline.Engine.Reports;
using Pipeline.Engine.Tasks;
using static Pipeline.Engine.Tests.Tables;
using static Pipeline.Engine.Tests.Tasks.TaskLab;

namespace Pipeline.Engine.Tests.Tasks;

/// <summary>Schedules on the virtual clock.</summary>
public sealed class ScheduleTests
{
    [Fact]
    public void Day_of_hourly_runs_takes_seconds()
    {
        using var lab = new TaskLab(Root("E.ROOT"), Task("E.LOAD", "E.ROOT", "E.ROOT", "S.COPIED"));
        var report = lab.Play(24);
        Assert.Equal(Enumerable.Range(0, 24).Select(h => Day.AddHours(h)), report.Graphs.Select(g => g.ScheduledAt));
        Assert.True(report.Succeeded);
        Assert.True(report.Duration < TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void Interval_counts_from_the_time_of_resuming_and_goes_on_in_the_next_play()
    {
        using var lab = new TaskLab(Root("E.ROOT") with { Cron = null, EveryMinutes = 25 });
        Assert.Equal("00:25 00:50 01:15", Times(lab.Play(1.4, (1.0, () => { }))));
    }

    [Theory]
    [InlineData("30 2 * * * Europe/Vienna", "2024-03-30T00:00", "2024-04-01T12:00", "2024-03-30T01:30 2024-04-01T00:30")]
    [InlineData("30 2 * * * Europe/Vienna", "2024-10-26T12:00", "2024-10-28T00:00", "2024-10-27T00:30 2024-10-27T01:30")]
    [InlineData("0 6 * * MON America/New_York", "2024-03-01T00:00", "2024-03-15T00:00", "2024-03-04T11:00 2024-03-11T10:00")]
    [InlineData("0 0 29 2 * UTC", "2024-03-01T00:00", "2028-03-01T00:00", "2028-02-29T00:00")]
    public void L27_hour_that_never_comes_has_no_run_and_one_that_comes_twice_has_two(string cron, string from, string until, string times)
    {
        var found = new List<string>();
        var end = DateTime.Parse(until, CultureInfo.InvariantCulture);
        for (var at = CronTimes.Next(Name("E.ROOT"), cron, DateTime.Parse(from, CultureInfo.InvariantCulture)); at < end; at = CronTimes.Next(Name("E.ROOT"), cron, at.Value.AddTicks(1)))
        {
            found.Add(at.Value.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture));
        }

        Assert.Equal(times, string.Join(' ', found));
    }

    [Fact]
    public void Zone_that_nobody_knows_is_told_by_the_task()
    {
        using var lab = new TaskLab(Root("E.ROOT") with { Cron = "0 * * * * Europe/Atlantis" });
        Assert.Equal("E.ROOT: this machine knows no time zone 'Europe/Atlantis'; write one such as Europe/Berlin, or install the machine's time zones.", Assert.Throws<EngineException>(() => lab.Play(1)).Message);
    }

    [Fact]
    public void L25_scheduled_time_at_which_a_run_goes_on_is_left_out()
    {
        using var lab = new TaskLab(new Dictionary<string, int> { ["E.SLOW"] = 50 }, Root("E.ROOT") with { Cron = "*/20 * * * * UTC" }, Task("E.SLOW", "E.ROOT", "E.ROOT"));
        var report = lab.Play(2);
        Assert.Equal("00:00 01:00", Times(report));
        Assert.Equal(4, report.LeftOut.Count);
    }

    [Theory]
    [InlineData(Overlap.Children, "00:00 00:20 00:40")]
    [InlineData(Overlap.All, "00:00 00:20 00:40")]
    public void Runs_may_overlap_where_the_root_says_so(Overlap overlap, string times)
    {
        using var lab = new TaskLab(new Dictionary<string, int> { ["E.SLOW"] = 50 }, Root("E.ROOT") with { Cron = "*/20 * * * * UTC", Overlap = overlap }, Task("E.SLOW", "E.ROOT", "E.ROOT"));
        Assert.Equal(times, Times(lab.Play(1)));
    }

    [Fact]
    public void Children_alone_may_overlap_where_the_root_itself_is_slow()
    {
        using var lab = new TaskLab(new Dictionary<string, int> { ["E.ROOT"] = 30 }, Root("E.ROOT") with { Cron = "*/20 * * * * UTC", Overlap = Overlap.Children });
        Assert.Equal("00:00 00:40", Times(lab.Play(1)));
    }

    [Fact]
    public void Triggered_graph_runs_when_its_stream_has_data_and_not_sooner_than_its_interval_after_it_ran_last()
    {
        using var lab = new TaskLab(Root("E.ROOT") with { Cron = null, When = [Name("S.CHANGES")], TriggerSeconds = 600 }, Task("E.LOAD", "E.ROOT", "E.ROOT", "S.COPIED"));
        var report = lab.Play(3, (1, () => lab.Insert("a")), (1.05, () => lab.Insert("b")));
        Assert.Equal("01:00", Times(report)[..5]);
        Assert.All(report.Graphs, g => Assert.Equal("TRIGGER", g.ScheduledFrom));
        Assert.Equal("a\nb", lab.Pipeline.Query("SELECT V FROM S.COPIED ORDER BY 1").ToString());
        Assert.Equal(2, report.Graphs.Count);
    }

    [Fact]
    public void Triggered_graph_whose_stream_nobody_reads_runs_again_and_again()
    {
        using var lab = new TaskLab(Root("E.ROOT") with { Cron = null, When = [Name("S.CHANGES")], TriggerSeconds = 600 });
        Assert.Equal("00:30 00:40 00:50", Times(lab.Play(1, (0.5, () => lab.Insert("a")))));
    }

    [Fact]
    public void Suspended_root_runs_by_hand_alone_until_it_is_resumed()
    {
        using var lab = new TaskLab(Root("E.ROOT") with { Suspended = true });
        Assert.Empty(lab.Play(3).Graphs);
        Assert.Equal(RunStatus.Succeeded, lab.Pipeline.Run(Day).Graphs.Single().Status);
        lab.Pipeline.Resume(Name("E.ROOT"));
        Assert.Equal(3, lab.Play(3).Graphs.Count);
    }

    [Fact]
    public void Stream_that_no_run_reads_goes_stale_while_the_clock_runs_and_its_graph_says_so()
    {
        using var lab = new TaskLab(Root("E.ROOT") with { Cron = "0 6 1,20 * * UTC" }, Task("E.LOAD", "E.ROOT", "E.ROOT", "S.COPIED"));
        var report = lab.Play(24 * 25, (1, () => lab.Insert("a")), (7, () => lab.Insert("b")));
        Assert.Equal([RunStatus.Succeeded, RunStatus.Failed], report.Graphs.Select(g => g.Status));
        Assert.Contains("S.CHANGES is stale", report.Graphs[1].Tasks[0].Error, StringComparison.Ordinal);
        Assert.Equal("a", lab.Pipeline.Query("SELECT V FROM S.COPIED").ToString());
    }

    [Fact]
    public void Dynamic_table_refreshes_by_its_lag_on_the_same_clock()
    {
        using var lab = new TaskLab(new DynamicTableObject(Name("S.D"), "D", [Text("V")], new SelectQuery([new("V", Make.Column("t", "V", SqlType.Text, true))]) { From = new ObjectSource("t", Name("S.T")) }, Warehouse) { LagMinutes = 30 });
        lab.Insert("a");
        Assert.Equal(3, lab.Pipeline.Play(Day, Day.AddHours(2)).Refreshes.Count);
        Assert.Equal("a", lab.Pipeline.Query("SELECT V FROM S.D").ToString());
    }

    private static string Times(ScheduleReport report) => string.Join(' ', report.Graphs.Select(g => g.ScheduledAt.ToString("HH:mm", CultureInfo.InvariantCulture)));
}
