using System.Text.Json;
using Pipeline.Catalog;
using Pipeline.Engine.Reports;
using static Pipeline.Engine.Tests.Tables;

namespace Pipeline.Engine.Tests.Alerts;

/// <summary>An alert tells each subject once within its repeat time, keeps what it told, and really posts where it is given an address.</summary>
public sealed class AlertTests
{
    private static readonly DateTime Six = new(2024, 1, 15, 6, 0, 0);

    [Fact]
    public void Nothing_wrong_is_nothing_to_tell()
    {
        using var pipeline = Open();
        var alert = Assert.Single(pipeline.Run(Six).Alerts);
        Assert.Equal(("M.TOO_MANY", Severity.Error, 0, null), (alert.Alert.ToString(), alert.Severity, alert.Told.Count, alert.Error));
    }

    [Fact]
    public void Subject_is_told_once_within_the_repeat_time_and_another_at_once()
    {
        using var pipeline = Open();
        pipeline.Query("INSERT INTO M.PROBLEMS VALUES ('a', 'too many')");
        Assert.Equal("a", Told(pipeline, Six));
        Assert.Equal("", Told(pipeline, Six.AddMinutes(59)));
        pipeline.Query("INSERT INTO M.PROBLEMS VALUES ('b', 'too many')");
        Assert.Equal("b", Told(pipeline, Six.AddMinutes(59)));
        Assert.Equal("a", Told(pipeline, Six.AddMinutes(60)));
        Assert.Equal(
            "a | ERROR | M.TOO_MANY | 2024-01-15 06:00:00\nb | ERROR | M.TOO_MANY | 2024-01-15 06:59:00\na | ERROR | M.TOO_MANY | 2024-01-15 07:00:00",
            pipeline.Query("SELECT SUBJECT, SEVERITY, ALERT_NAME, SENT_AT FROM M.ALERT_LOG ORDER BY SENT_AT").ToString());
    }

    [Fact]
    public void Alert_that_may_repeat_itself_tells_at_each_evaluation()
    {
        using var pipeline = Open(Alert with { RepeatMinutes = 0 });
        pipeline.Query("INSERT INTO M.PROBLEMS VALUES ('a', 'too many')");
        Assert.Equal("a", Told(pipeline, Six));
        Assert.Equal("a", Told(pipeline, Six.AddMinutes(1)));
    }

    [Fact]
    public void Suspended_alert_is_not_evaluated()
    {
        using var pipeline = Open(Alert with { Suspended = true });
        Assert.Empty(pipeline.Run(Six).Alerts);
    }

    [Fact]
    public void Webhook_gets_what_the_service_expects_whatever_the_message_holds()
    {
        using var server = new LoopbackServer();
        using var pipeline = Open(Alert, webhooks: new() { ["TEAM"] = server.Address });
        pipeline.Query("INSERT INTO M.PROBLEMS VALUES ('a', 'it said \"no\" \\ ' || CHR(10) || '{\"text\":1} Zoë')");
        var alert = Assert.Single(pipeline.Run(Six).Alerts);

        Assert.Equal("TEAM", Assert.Single(alert.Posted).Name);
        using var body = JsonDocument.Parse(Assert.Single(server.Bodies));
        Assert.Equal("[ERROR] TOO_MANY: It's too much.\nit said \"no\" \\ \n{\"text\":1} Zoë", body.RootElement.GetProperty("text").GetString());
    }

    [Fact]
    public void PagerDuty_gets_an_event_without_any_secret()
    {
        using var server = new LoopbackServer();
        using var pipeline = Open(Alert with { Channels = [Name("ON_CALL")] }, webhooks: new() { ["ON_CALL"] = server.Address });
        pipeline.Query("INSERT INTO M.PROBLEMS VALUES ('a', 'too many')");
        Assert.Null(Assert.Single(pipeline.Run(Six).Alerts).Error);

        using var body = JsonDocument.Parse(Assert.Single(server.Bodies));
        Assert.Equal(("trigger", "local"), (body.RootElement.GetProperty("event_action").GetString(), body.RootElement.GetProperty("routing_key").GetString()));
        Assert.Equal("[ERROR] TOO_MANY: It's too much.\ntoo many", body.RootElement.GetProperty("payload").GetProperty("summary").GetString());
        Assert.DoesNotContain("ON_CALL_KEY", server.Bodies[0]);
    }

    [Fact]
    public void Channel_that_refuses_is_told_again_and_its_address_is_in_no_message()
    {
        using var pipeline = Refused(out var address, out var first);
        Assert.Equal("M.TOO_MANY: TEAM answered 500; it is told again at the next evaluation", first.Error);
        Assert.Empty(first.Told);
        Assert.Equal("", pipeline.Query("SELECT SUBJECT FROM M.ALERT_LOG").ToString());
        Assert.DoesNotContain(address.AbsolutePath, first.ToString());

        // The server is gone by now.
        var report = pipeline.Run(Six.AddMinutes(1));
        Assert.Equal("M.TOO_MANY: TEAM can't be reached; it is told again at the next evaluation", Assert.Single(report.Alerts).Error);
        Assert.False(report.Succeeded);
    }

    [Fact]
    public void Alert_whose_query_fails_says_so_and_the_graphs_have_run()
    {
        var broken = Alert with { Query = Problems("M.PROBLEMS", new CastExpression(Make.Column("problems", Text("MESSAGE")), SqlType.Int64)) };
        using var pipeline = Open(broken);
        pipeline.Query("INSERT INTO M.PROBLEMS VALUES ('a', 'no number')");
        var report = pipeline.Run(Six);
        Assert.StartsWith("M.TOO_MANY can't be evaluated: Conversion Error", Assert.Single(report.Alerts).Error);
        Assert.Equal(RunStatus.Succeeded, Assert.Single(report.Graphs).Status);
    }

    [Fact]
    public void Task_that_runs_an_alert_evaluates_it_at_once()
    {
        using var pipeline = Open(Alert, Task("E.TELL", "E.ROOT", "E.ROOT", "M.TOO_MANY"));
        pipeline.Query("INSERT INTO M.PROBLEMS VALUES ('a', 'too many')");
        Assert.Equal(["a", ""], pipeline.Run(Six).Alerts.Select(a => string.Join(",", a.Told.Select(t => t.Subject))));
    }

    [Fact]
    public void Schedule_that_is_played_ends_with_an_evaluation()
    {
        using var pipeline = Open();
        pipeline.Query("INSERT INTO M.PROBLEMS VALUES ('a', 'too many')");
        Assert.Single(Assert.Single(pipeline.Play(Six, Six.AddHours(3)).Alerts).Told);
    }

    private static AlertObject Alert { get; } = new(Name("M.TOO_MANY"), "Shop.TooMany", Warehouse, Problems("M.PROBLEMS", Make.Column("problems", Text("MESSAGE"))))
    {
        EveryMinutes = 15, RepeatMinutes = 60, Severity = Severity.Error, Channels = [Name("TEAM")], Comment = "It's too much.",
    };

    private static SelectQuery Problems(string table, Expression message) => new(
        [new("SUBJECT", Make.Column("problems", Text("SUBJECT"))), new("MESSAGE", message)])
    {
        From = new ObjectSource("problems", Name(table)),
    };

    private static string Told(LocalPipeline pipeline, DateTime at) => string.Join(",", pipeline.Run(at).Alerts.Single().Told.Select(t => t.Subject));

    private static LocalPipeline Refused(out Uri address, out AlertReport report)
    {
        using var server = new LoopbackServer("500 Internal Server Error");
        address = server.Address;
        var pipeline = Open(Alert, webhooks: new() { ["TEAM"] = address });
        pipeline.Query("INSERT INTO M.PROBLEMS VALUES ('a', 'too many')");
        report = pipeline.Run(Six).Alerts.Single();
        return pipeline;
    }

    private static LocalPipeline Open(AlertObject? alert = null, TaskObject? task = null, Dictionary<string, Uri>? webhooks = null) => LocalPipeline.Open(
        Compiled([
            Schema("M"), Schema("E"), new RunLedgerObject(Name("M.LEDGER"), "Shop.Ledger", "M"),
            Table("M.PROBLEMS", Text("SUBJECT"), Text("MESSAGE")),
            new WebhookChannelObject(Name("TEAM"), "Shop.Team", Webhook.Slack, "M.TEAM_KEY"),
            new WebhookChannelObject(Name("ON_CALL"), "Shop.OnCall", Webhook.PagerDuty, "M.ON_CALL_KEY"),
            Root("E.ROOT"), alert ?? Alert, .. task is null ? Array.Empty<CatalogObject>() : [task],
        ]),
        new() { Webhooks = webhooks ?? [] });
}
