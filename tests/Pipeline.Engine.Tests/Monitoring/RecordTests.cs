using Pipeline.Catalog;
using Pipeline.Engine.Reports;
using static Pipeline.Engine.Tests.Tables;

namespace Pipeline.Engine.Tests.Monitoring;

/// <summary>What a local run knows it answers; what only an account knows is empty, never invented.</summary>
public sealed class RecordTests
{
    private static readonly DateTime Six = new(2024, 1, 15, 6, 0, 0);

    [Fact]
    public void Finalizer_records_what_became_of_each_task_also_after_a_failure()
    {
        using var pipeline = Open(Task("E.BROKEN", "E.ROOT", "E.ROOT", "E.NO_SUCH_TABLE"), Task("E.AFTER", "E.ROOT", "E.BROKEN"));
        Assert.False(pipeline.Run(Six).Succeeded);
        Assert.Equal(
            "ROOT | E.ROOT | SUCCEEDED | 1 | NULL\nROOT | E.BROKEN | FAILED | 1 | E.BROKEN runs E.NO_SUCH_TABLE, which is no table of the model.",
            pipeline.Query("SELECT ROOT_TASK, TASK_NAME, STATE, ATTEMPT_NUMBER, COALESCE(ERROR_MESSAGE, 'NULL') FROM M.TASK_RUNS ORDER BY rowid").ToString());
    }

    [Fact]
    public void Run_that_is_told_again_is_recorded_once()
    {
        using var pipeline = Open();
        pipeline.Run(Six);
        pipeline.Run(Six);
        Assert.Equal("1", pipeline.Query("SELECT COUNT(DISTINCT RUN_ID) FROM M.TASK_RUNS").ToString());
        Assert.Equal("E.ROOT | 2\nE.LAST | 1", pipeline.Query("SELECT TASK_NAME, COUNT(*) FROM M.TASK_RUNS GROUP BY 1 ORDER BY 2 DESC").ToString());
    }

    [Fact]
    public void Streams_are_recorded_with_the_time_at_which_they_go_stale()
    {
        using var pipeline = Open();
        pipeline.Run(Six);
        var stream = Assert.Single(pipeline.Streams);
        Assert.Equal(
            $"M | ROWS_STREAM | M.ROWS | false | {stream.StaleAfter:yyyy-MM-dd HH:mm:ss} | 2024-01-15 06:00:00",
            pipeline.Query("SELECT STREAM_SCHEMA, STREAM_NAME, SOURCE_NAME, IS_STALE, STALE_AFTER, OBSERVED_AT FROM M.STREAM_STATES").ToString());
    }

    [Fact]
    public void What_only_an_account_knows_is_empty()
    {
        using var pipeline = Open();
        pipeline.Run(Six);
        foreach (var table in new[] { "PIPE_STATES", "CLUSTERING_STATES", "RESOURCE_MONITOR_STATES" }) Assert.Equal("0", pipeline.Query($"SELECT COUNT(*) FROM M.{table}").ToString());
        Assert.Equal("0", pipeline.Query("SELECT COUNT(*) FROM ACCOUNT_USAGE.QUERY_HISTORY").ToString());
        Assert.Equal("E.ROOT SUCCEEDED", pipeline.Query("SELECT SCHEMA_NAME || '.' || NAME || ' ' || STATE FROM ACCOUNT_USAGE.TASK_HISTORY WHERE NAME = 'ROOT'").ToString());
    }

    [Theory]
    [MemberData(nameof(AccountNames))]
    public void View_of_the_account_has_its_columns(string name)
    {
        var query = new SelectQuery([.. AccountViews.Of(name).Columns.Select(c => new Projection(c.Name, Make.Column("account", c)))]) { From = new ObjectSource("account", new(AccountViews.Schema, name)) };
        using var pipeline = Open(new ViewObject(Name("M.SEEN"), "Shop.Seen", AccountViews.Of(name).Columns, query));
        Assert.Equal(AccountViews.Of(name).Columns.Select(c => c.Name), pipeline.Query("SELECT * FROM M.SEEN").Columns);
    }

    public static TheoryData<string> AccountNames => [.. AccountViews.Names];

    [Fact]
    public void Freshness_is_the_newest_row_against_the_time_of_the_run()
    {
        using var pipeline = Open();
        pipeline.Run(Six);
        Assert.Equal("ROWS | 60 |  |  | true", Freshness(pipeline));

        pipeline.Query("INSERT INTO M.ROWS (ID, CHANGED_AT) VALUES ('1', TIMESTAMP '2024-01-15 06:30:00')");
        pipeline.Run(Six.AddMinutes(90));
        Assert.Equal("ROWS | 60 | 2024-01-15 06:30:00 | 60 | false", Freshness(pipeline));
        pipeline.Run(Six.AddMinutes(91));
        Assert.Equal("ROWS | 60 | 2024-01-15 06:30:00 | 61 | true", Freshness(pipeline));
    }

    [Fact]
    public void Database_that_is_only_opened_is_at_the_time_of_its_last_run()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "fresh.duckdb");
        try
        {
            using (var pipeline = Open(file))
            {
                pipeline.Query("INSERT INTO M.ROWS (ID, CHANGED_AT) VALUES ('1', TIMESTAMP '2024-01-15 05:00:00')");
                pipeline.Run(Six);
            }

            using var opened = Open(file);
            Assert.Equal("ROWS | 60 | 2024-01-15 05:00:00 | 60 | false", Freshness(opened));
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    private static string Freshness(LocalPipeline pipeline) => pipeline.Query("SELECT TABLE_NAME, SLA_MINUTES, NEWEST_AT, AGE_MINUTES, IS_BREACHED FROM M.TABLE_FRESHNESS").ToString();

    private static LocalPipeline Open(params CatalogObject[] more) => Open(null, more);

    private static LocalPipeline Open(string? file, params CatalogObject[] more)
    {
        var history = AccountViews.Of("TASK_HISTORY").Columns.First();
        var queries = AccountViews.Of("QUERY_HISTORY").Columns.First();
        return LocalPipeline.Open(
            Compiled([
                Schema("M"), Schema("E"), new RunLedgerObject(Name("M.LEDGER"), "Shop.Ledger", "M"),
                Table("M.ROWS", Text("ID", ColumnRoles.BusinessKey), Optional("CHANGED_AT", SqlType.Timestamp)) with { Freshness = new("CHANGED_AT", 60) },
                Stream("M.ROWS_STREAM", "M.ROWS"),
                View("M.TASKS", history, "TASK_HISTORY"), View("M.QUERIES", queries, "QUERY_HISTORY"),
                Root("E.ROOT"), new TaskObject(Name("E.LAST"), "Shop.Last", Name("E.ROOT"), Warehouse) { IsFinalizer = true, Runs = [Name("M.LEDGER")] },
                .. more,
            ]),
            new() { DatabaseFile = file });
    }

    private static ViewObject View(string name, Column column, string of) => new(
        Name(name), name, [column], new SelectQuery([new(column.Name, Make.Column("account", column))]) { From = new ObjectSource("account", new(AccountViews.Schema, of)) });
}
