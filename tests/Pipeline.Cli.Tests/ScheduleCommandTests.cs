using System.Text.Json;

namespace Pipeline.Cli.Tests;

/// <summary><c>pipeline run</c> on a virtual clock.</summary>
public sealed class ScheduleCommandTests
{
    [Fact]
    public void Day_of_hourly_runs_is_played_and_deliveries_come_at_their_time()
    {
        using var model = new ModelOnDisk();
        Assert.Equal(0, model.Run("--from", "2024-03-01T05:30", "--hours", "26"));
        Assert.Contains("Schedule from 2024-03-01 05:30:00 until 2024-03-02 07:30:00: 26 runs, ", model.Output, StringComparison.Ordinal);
        Assert.Matches(@"ETL\.ROOT +SCHEDULE +2024-03-01 06:00:00 +2024-03-01 06:00:00 +ok +1 +2 +\d", model.Output);
        Assert.Matches(@"ETL\.ROOT +SCHEDULE +2024-03-01 07:00:00 +2024-03-01 07:00:00 +\w+", model.Output);
        Assert.Matches(@"BLACK +2024-03-01 +true", model.Output);
        Assert.Contains("CURATED.FACT_ORDERS: 1 row", model.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Task history", model.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Schedule_gives_the_tables_that_the_deliveries_give_by_themselves()
    {
        using var model = new ModelOnDisk();
        Assert.Equal(0, model.Run());
        var tables = Tables(model.Output);
        Assert.Equal(0, model.Run("--fresh", "--hours", "48"));
        Assert.Equal(tables, Tables(model.Output));
        Assert.Equal(0, model.Run());
        Assert.Contains("Nothing new: 2 deliveries loaded before.", model.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void History_tells_each_run_of_each_task()
    {
        using var model = new ModelOnDisk();
        Assert.Equal(0, model.Run("--from", "2024-03-01", "--until", "2024-03-01T07:00", "--history"));
        Assert.Contains("Task history: ", model.Output, StringComparison.Ordinal);
        Assert.Matches(@"ETL\.LOAD_CUSTOMERS +SUCCEEDED +2024-03-01 06:00:00 +2024-03-01 06:00:00 +2024-03-01 06:00:00 +SCHEDULE +1", model.Output);
    }

    [Fact]
    public void Json_has_the_schedule_and_the_history_of_this_call_alone()
    {
        using var model = new ModelOnDisk();
        Assert.Equal(0, model.Run());
        Assert.Equal(0, model.Run("--from", "2024-03-03", "--hours", "2", "--json"));
        using var json = JsonDocument.Parse(model.Output);
        Assert.True(json.RootElement.GetProperty("succeeded").GetBoolean());
        Assert.Equal("2024-03-03T02:00:00", json.RootElement.GetProperty("schedule").GetProperty("until").GetString());
        Assert.Equal(2, json.RootElement.GetProperty("schedule").GetProperty("graphs").GetArrayLength());
        var first = json.RootElement.GetProperty("taskHistory")[0];
        Assert.Equal("ETL.ROOT", first.GetProperty("task").GetString());
        Assert.Equal("2024-03-03T00:00:00", first.GetProperty("scheduledAt").GetString());
        Assert.Equal(1, first.GetProperty("attempt").GetInt32());
        Assert.Equal(JsonValueKind.Null, first.GetProperty("error").ValueKind);
    }

    [Fact]
    public void Task_that_fails_is_told_with_its_attempts_and_its_error()
    {
        using var model = new ModelOnDisk();
        Assert.Equal(0, model.Run());
        model.Write("data/2024-03-04T06-00/orders_4.csv", "ORDER_ID,CUSTOMER_ID,AMOUNT,ORDERED_AT\n4,7,1.00,2024-03-02 10:00:00\n");
        RunCommandTests.Sql(Path.Combine(model.Folder, "obj", "pipeline", "local.duckdb"), "ALTER TABLE CURATED.FACT_ORDERS RENAME TO HIDDEN");
        Assert.Equal(1, model.Run("--from", "2024-03-04T06:00", "--hours", "1", "--history", "--preview", "STG_ORDERS"));
        Assert.Contains("1 FAILED of 1 run", model.Output, StringComparison.Ordinal);
        Assert.Matches(@"ETL\.LOAD_ORDERS +FAILED +2024-03-04 06:00:00 .* CURATED\.FACT_ORDERS: ", model.Output);
        Assert.Matches(@"fail ETL\.LOAD_ORDERS", model.Error);
        Assert.Matches(@"CURATED\.SP_LOAD_FACT_ORDERS +2 +1 ", model.Output);
    }

    [Theory]
    [InlineData("say when it ends too, by --until or --hours", "--from", "2024-03-01")]
    [InlineData("leave one of them out", "--until", "2024-03-02", "--hours", "3")]
    [InlineData("--hours 0 is no time to play", "--hours", "0")]
    [InlineData("--until 'soon' is no time; write it as 2024-01-15", "--until", "soon")]
    [InlineData("isn't after 2024-03-01T06:00:00", "--until", "2024-02-01")]
    public void Time_that_can_not_be_played_is_refused_in_words(string words, params string[] options)
    {
        using var model = new ModelOnDisk();
        Assert.Equal(2, model.Run(options));
        Assert.Contains(words, model.Error, StringComparison.Ordinal);
    }

    private static string Tables(string output) => output[output.IndexOf("CURATED.DIM_CUSTOMER:", StringComparison.Ordinal)..];
}
