using System.Text.Json;
using Pipeline.Catalog;
using Pipeline.Engine.Reports;
using Pipeline.Engine.Tests.Faults;

namespace Pipeline.Engine.Tests.Alerts;

/// <summary>The four alerts of the sample, each by its name: from what went wrong to what its channel gets, once within its repeat time.</summary>
public sealed class RetailAlertTests
{
    private static readonly DateTime First = Retail.Deliveries[0].At, Second = Retail.Deliveries[1].At;

    [Fact]
    public void Two_deliveries_as_they_should_be_alarm_nobody()
    {
        using var pipeline = Open();
        foreach (var (folder, at) in Retail.Deliveries)
        {
            pipeline.Deliver(folder, at);
            Assert.Empty(pipeline.Run(at).Alerts.SelectMany(a => a.Told));
        }
    }

    [Fact]
    public void TASK_FAILURE_tells_by_mail_and_at_once_which_task_failed_and_why()
    {
        using var pipeline = Open();
        Run(pipeline, 0);
        pipeline.Query("ALTER TABLE CURATED.FACT_CLICKSTREAM RENAME TO FACT_HIDDEN");
        var told = Told(Run(pipeline, 1), "TASK_FAILURE");
        Assert.Equal((Severity.Error, "OPERATIONS_MAIL"), (told.Severity, Assert.Single(told.Channels).Name));
        var alarm = Assert.Single(told.Told);
        Assert.Equal("ETL.LOAD_FACT_CLICKSTREAM", alarm.Subject);
        Assert.Matches("^ETL.LOAD_FACT_CLICKSTREAM failed: .*FACT_CLICKSTREAM", alarm.Message);

        // Within four hours the same task is told once, by whichever of the two asks first.
        Assert.DoesNotContain(pipeline.Run(Second.AddMinutes(239)).Alerts, a => a.Alert.Name == "TASK_FAILURE" && a.Told.Count > 0);
        Assert.Equal("ETL.LOAD_FACT_CLICKSTREAM", Assert.Single(Told(pipeline.Run(Second.AddMinutes(240)), "TASK_FAILURE").Told).Subject);
        Assert.Equal("ETL.LOAD_FACT_CLICKSTREAM | 2", Log(pipeline, "TASK_FAILURE"));
    }

    [Fact]
    public void QUALITY_FAILURE_posts_to_the_team_what_a_check_found()
    {
        using var server = new LoopbackServer();
        using var pipeline = Open("DATA_QUALITY_SLACK", server);
        Run(pipeline, 0);
        pipeline.Query("DELETE FROM CURATED.DIM_CUSTOMER WHERE CUSTOMER_ID > 0");
        var told = Told(Run(pipeline, 1), "QUALITY_FAILURE");
        Assert.Equal((Severity.Warning, "CURATED.CURATED_GATE CustomersMatch"), (told.Severity, Assert.Single(told.Told).Subject));
        using var body = JsonDocument.Parse(Assert.Single(server.Bodies));
        Assert.Matches(@"^\[WARNING\] QUALITY_FAILURE: (.|\n)*CustomersMatch of CURATED.CURATED_GATE found [1-9][0-9]* rows that are wrong$", body.RootElement.GetProperty("text").GetString());

        pipeline.Run(Second.AddHours(1));
        Assert.Single(server.Bodies);
    }

    // Only an account has credits: here a table stands for its view.
    [Fact]
    public void COST_THRESHOLD_tells_the_telephones_of_a_warehouse_above_its_day()
    {
        using var pipeline = Open();
        Metered(pipeline, 50m);
        Assert.DoesNotContain(Run(pipeline, 0).Alerts, a => a.Told.Count > 0);
        Metered(pipeline, 70.25m);
        var told = Told(pipeline.Run(First.AddMinutes(1)), "COST_THRESHOLD");
        Assert.Equal((Severity.Warning, "COST_SMS", "TRANSFORM_WH"), (told.Severity, told.Channels.Single().Name, Assert.Single(told.Told).Subject));
        Assert.StartsWith("TRANSFORM_WH used 70.2", told.Told[0].Message);
        Assert.DoesNotContain(pipeline.Run(First.AddHours(17)).Alerts, a => a.Alert.Name == "COST_THRESHOLD" && a.Told.Count > 0);
    }

    [Fact]
    public void SLA_BREACH_posts_each_table_that_is_too_old_to_who_is_on_call()
    {
        using var server = new LoopbackServer();
        using var pipeline = Open("ON_CALL_PAGER_DUTY", server);
        Run(pipeline, 0);
        pipeline.Run(First.AddMinutes(1560));
        Assert.Empty(server.Bodies);

        var told = Told(pipeline.Run(First.AddMinutes(1561)), "SLA_BREACH");
        Assert.Equal(Severity.Critical, told.Severity);
        Assert.Equal(["CURATED.FACT_CLICKSTREAM", "CURATED.FACT_SALES", "LANDING.RAW_INVENTORY"], told.Told.Select(t => t.Subject));
        using var body = JsonDocument.Parse(Assert.Single(server.Bodies));
        var summary = body.RootElement.GetProperty("payload").GetProperty("summary").GetString();
        Assert.StartsWith("[CRITICAL] SLA_BREACH: ", summary);
        Assert.Contains("CURATED.FACT_SALES has no row of the last 1560 minutes", summary);
        Assert.Equal(("trigger", "critical"), (body.RootElement.GetProperty("event_action").GetString(), body.RootElement.GetProperty("payload").GetProperty("severity").GetString()));
    }

    [Fact]
    public void Check_that_stops_the_graph_alarms_of_the_task_and_of_the_check()
    {
        using var pipeline = Open();
        Run(pipeline, 0);
        pipeline.Query("DELETE FROM CURATED.DIM_CUSTOMER WHERE CUSTOMER_ID > 0");

        // The finalizer tells of the task, the evaluation after the graph of the check; the task is not told twice.
        Assert.Equal(["MONITORING.TASK_FAILURE", "MONITORING.QUALITY_FAILURE"], Run(pipeline, 1).Alerts.Where(a => a.Told.Count > 0).Select(a => a.Alert.ToString()));
    }

    private static AlertReport Told(RunReport report, string alert) => Assert.Single(report.Alerts, a => a.Alert.Name == alert && a.Told.Count > 0);

    private static string Log(LocalPipeline pipeline, string alert) => pipeline.Query($"SELECT SUBJECT, COUNT(*) FROM MONITORING.ALERT_LOG WHERE ALERT_NAME = 'MONITORING.{alert}' GROUP BY 1").ToString();

    private static void Metered(LocalPipeline pipeline, decimal credits) => pipeline.Query(FormattableString.Invariant($"""
        CREATE OR REPLACE VIEW ACCOUNT_USAGE.WAREHOUSE_METERING_HISTORY AS
        SELECT 'TRANSFORM_WH' AS WAREHOUSE_NAME, TIMESTAMPTZ '2024-01-15 03:00:00+00' AS START_TIME, {credits}::DECIMAL(38,9) AS CREDITS_USED, {credits}::DECIMAL(38,9) AS CREDITS_USED_COMPUTE
        """));

    private static LocalPipeline Open(string? channel = null, LoopbackServer? server = null) =>
        LocalPipeline.Open(Retail.Catalog, new() { Webhooks = channel is null ? [] : new Dictionary<string, Uri> { [channel] = server!.Address } });

    private static RunReport Run(LocalPipeline pipeline, int delivery)
    {
        var (folder, at) = Retail.Deliveries[delivery];
        pipeline.Deliver(folder, at);
        return pipeline.Run(at);
    }
}
