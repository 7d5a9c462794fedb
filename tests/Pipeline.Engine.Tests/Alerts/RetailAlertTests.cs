using System.Text.Json;
using Pipeline.Engine.Reports;
using Pipeline.Engine.Tests.Faults;

namespace Pipeline.Engine.Tests.Alerts;

/// <summary>The four alerts of the sample, from what went wrong to what a channel gets.</summary>
public sealed class RetailAlertTests
{
    [Fact]
    public void Delivery_that_does_not_come_breaks_the_promise_and_is_posted_to_who_is_on_call()
    {
        using var server = new LoopbackServer();
        using var pipeline = LocalPipeline.Open(Retail.Catalog, new() { Webhooks = new Dictionary<string, Uri> { ["ON_CALL_PAGER_DUTY"] = server.Address } });
        foreach (var (folder, at) in Retail.Deliveries)
        {
            pipeline.Deliver(folder, at);
            Assert.Empty(pipeline.Run(at).Alerts.SelectMany(a => a.Told));
        }

        var late = pipeline.Run(Retail.Deliveries[^1].At.AddMinutes(1561));
        Assert.Equal(
            ["CURATED.FACT_CLICKSTREAM", "CURATED.FACT_SALES", "LANDING.RAW_INVENTORY"],
            late.Alerts.Single(a => a.Told.Count > 0).Told.Select(t => t.Subject));
        using var body = JsonDocument.Parse(Assert.Single(server.Bodies));
        Assert.StartsWith("[CRITICAL] SLA_BREACH: ", body.RootElement.GetProperty("payload").GetProperty("summary").GetString());
    }

    [Fact]
    public void Check_that_stops_the_graph_tells_the_team_and_by_mail_which_task_failed()
    {
        using var server = new LoopbackServer();
        using var pipeline = LocalPipeline.Open(Retail.Catalog, new() { Webhooks = new Dictionary<string, Uri> { ["DATA_QUALITY_SLACK"] = server.Address } });
        Run(pipeline, 0);
        pipeline.Query("DELETE FROM CURATED.DIM_CUSTOMER WHERE CUSTOMER_ID > 0");
        var told = Run(pipeline, 1).Alerts.Where(a => a.Told.Count > 0).ToList();

        // The finalizer tells of the task, the evaluation after the graph of the check; the task is not told twice.
        Assert.Equal(["MONITORING.TASK_FAILURE", "MONITORING.QUALITY_FAILURE"], told.Select(a => a.Alert.ToString()));
        Assert.Equal(("OPERATIONS_MAIL", "ETL.CHECK_CURATED"), (Assert.Single(told[0].Channels).Name, Assert.Single(told[0].Told).Subject));
        using var body = JsonDocument.Parse(Assert.Single(server.Bodies));
        Assert.Matches("CustomersMatch of CURATED.CURATED_GATE found [1-9][0-9]* rows that are wrong$", body.RootElement.GetProperty("text").GetString());
    }

    // Only an account has credits: here a table stands for its view.
    [Fact]
    public void Cost_above_the_threshold_goes_to_the_telephones()
    {
        using var pipeline = LocalPipeline.Open(Retail.Catalog, new());
        pipeline.Query("""
            CREATE OR REPLACE VIEW ACCOUNT_USAGE.WAREHOUSE_METERING_HISTORY AS
            SELECT 'TRANSFORM_WH' AS WAREHOUSE_NAME, TIMESTAMPTZ '2024-01-15 03:00:00+00' AS START_TIME, 70.25::DECIMAL(38,9) AS CREDITS_USED, 70.25::DECIMAL(38,9) AS CREDITS_USED_COMPUTE
            """);
        var cost = Assert.Single(Run(pipeline, 0).Alerts, a => a.Told.Count > 0);
        Assert.Equal(("MONITORING.COST_THRESHOLD", "COST_SMS"), (cost.Alert.ToString(), cost.Channels.Single().Name));
        Assert.StartsWith("TRANSFORM_WH used 70.2", cost.Told.Single().Message);
    }

    private static RunReport Run(LocalPipeline pipeline, int delivery)
    {
        var (folder, at) = Retail.Deliveries[delivery];
        pipeline.Deliver(folder, at);
        return pipeline.Run(at);
    }
}
