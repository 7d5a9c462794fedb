using Pipeline.Catalog;
using Pipeline.Engine.Reports;
using static Pipeline.Engine.Tests.Tables;

namespace Pipeline.Engine.Tests.Quality;

/// <summary>A gate counts and records all its checks, and stops the tasks that wait for it.</summary>
public sealed class GateTests
{
    private static readonly DateTime Now = new(2024, 1, 15, 6, 0, 0);

    [Fact]
    public void Gate_that_finds_nothing_wrong_lets_the_graph_go_on()
    {
        using var pipeline = Open(stops: true);
        var report = pipeline.Run(Now);
        Assert.True(report.Succeeded);
        Assert.Equal("NegativeAmounts | PASS | 0 | CURATED", Metrics(pipeline));
    }

    [Fact]
    public void Check_that_stops_fails_its_task_and_is_recorded_all_the_same()
    {
        using var pipeline = Open(stops: true);
        pipeline.Query("INSERT INTO STAGING.SALES (AMOUNT) VALUES (-1), (2), (-3)");
        var report = pipeline.Run(Now);

        Assert.Equal(
            ["STAGING.CHECK_STAGING Failed", "STAGING.AFTERWARDS NotRun"],
            report.Tasks.Where(t => t.Task.Name != "ROOT").Select(t => $"{t.Task} {t.Status}").Order(StringComparer.Ordinal).Reverse());
        Assert.Equal("STAGING_GATE: the check NegativeAmounts found what is wrong; see PIPELINE.QUALITY_METRICS.", report.Tasks.SelectMany(t => t.Gates).Single().Error!.Replace("STAGING.", "", StringComparison.Ordinal));
        Assert.Equal("NegativeAmounts | FAIL | 2 | CURATED", Metrics(pipeline));
    }

    [Fact]
    public void Check_that_warns_lets_the_graph_go_on()
    {
        using var pipeline = Open(stops: false);
        pipeline.Query("INSERT INTO STAGING.SALES (AMOUNT) VALUES (-1)");
        Assert.True(pipeline.Run(Now).Succeeded);
        Assert.Equal("NegativeAmounts | WARN | 1 | CURATED", Metrics(pipeline));
    }

    private static string Metrics(LocalPipeline pipeline) => pipeline.Query("SELECT CHECK_NAME, STATUS, ERROR_COUNT, LAYER FROM PIPELINE.QUALITY_METRICS").ToString();

    private static LocalPipeline Open(bool stops)
    {
        var amount = new Column("AMOUNT", "Amount", SqlType.Int64, Nullable: false);
        var wrong = new SelectQuery([new("AMOUNT", Make.Column("sales", amount))])
        {
            From = new ObjectSource("sales", Name("STAGING.SALES")),
            Where = Make.Compare(BinaryOperator.LessThan, Make.Column("sales", amount), Literal.Integer(0)),
        };
        return LocalPipeline.Open(
            Compiled(
                Schema("STAGING"),
                Table("STAGING.SALES", amount),
                new GateObject(Name("STAGING.STAGING_GATE"), "StagingGate", "CURATED") { Checks = [new("NegativeAmounts", stops, wrong)] },
                Root("STAGING.ROOT"),
                Task("STAGING.CHECK_STAGING", "STAGING.ROOT", "STAGING.ROOT", "STAGING.STAGING_GATE"),
                Task("STAGING.AFTERWARDS", "STAGING.ROOT", "STAGING.CHECK_STAGING")),
            new());
    }
}
