using Pipeline.Catalog;
using static Loads.Tests.Cases.CustomerLab;

namespace Loads.Tests.Cases;

/// <summary>The ledger tells from where to where each run has read its streams.</summary>
public sealed class OffsetTests
{
    private const string Gaps = """
        SELECT STREAM, READ_FROM, before_it FROM (
            SELECT *, lag(READ_UNTIL) OVER (PARTITION BY STREAM ORDER BY STARTED_AT) AS before_it FROM PIPELINE.LOAD_OFFSETS WHERE READ_UNTIL IS NOT NULL
        ) WHERE READ_FROM > before_it
        """;

    [Fact]
    public void Each_run_reads_on_where_the_last_one_ended()
    {
        using var run = new CustomerLab();
        for (var day = 1; day <= 4; day++) run.Deliver(Event("7", day % 2 == 0 ? "GOLD" : "SILVER", null, $"03-0{day}"));

        Assert.Equal("4 | 3 | 3", run.Lab.Rows("""
            SELECT COUNT(*), COUNT(former), COUNT(CASE WHEN READ_FROM = former THEN 1 END) FROM (
                SELECT *, lag(READ_UNTIL) OVER (ORDER BY STARTED_AT) AS former FROM PIPELINE.LOAD_OFFSETS WHERE STREAM = 'STAGING.FOR_DIM_STREAM')
            """));
        Assert.Equal("", run.Lab.Rows(Gaps));
        Assert.Equal("0", run.Lab.Count("PIPELINE.LOAD_OFFSETS WHERE READ_UNTIL <= READ_FROM OR READ_UNTIL > STARTED_AT + INTERVAL 1 SECOND"));
        Assert.Equal("16 | 16", run.Lab.Rows("""
            SELECT COUNT(*), COUNT(r.RUN_ID) FROM PIPELINE.LOAD_OFFSETS AS o
            LEFT JOIN PIPELINE.LOAD_RUNS AS r ON r.RUN_ID = o.RUN_ID AND r.PROCEDURE_NAME = o.PROCEDURE_NAME AND r.STARTED_AT = o.STARTED_AT
            """));
    }

    [Fact]
    public void Run_that_fails_tells_where_its_stream_stays_and_the_next_reads_from_there()
    {
        using var run = new CustomerLab();
        run.Deliver(Event("7", "GOLD", null, "03-01"));
        run.Lab.Do(p => p.Query("INSERT INTO CURATED.DIM_CUSTOMER SELECT * REPLACE (CUSTOMER_KEY + 1000 AS CUSTOMER_KEY) FROM CURATED.DIM_CUSTOMER WHERE CUSTOMER_ID = 7"));
        Assert.NotNull(run.TryDeliver(Event("7", "GOLD", "Bonn", "03-02")));
        run.Lab.Do(p => p.Query("DELETE FROM CURATED.DIM_CUSTOMER WHERE CUSTOMER_KEY > 1000"));
        run.Deliver(Event("7", "GOLD", "Ulm", "03-03"));

        var offsets = run.Lab.Values("SELECT READ_FROM, READ_UNTIL FROM PIPELINE.LOAD_OFFSETS WHERE STREAM = 'STAGING.FOR_DIM_STREAM' ORDER BY STARTED_AT");
        Assert.Equal(3, offsets.Count);
        Assert.Null(offsets[1][1]);
        Assert.NotNull(offsets[0][1]);
        Assert.Equal([offsets[0][1], offsets[0][1]], [offsets[1][0], offsets[2][0]]);
        Assert.Equal("", run.Lab.Rows(Gaps));
    }

    [Fact]
    public void Stream_that_was_made_anew_leaves_a_gap_that_the_ledger_shows()
    {
        using var run = new CustomerLab();
        run.Deliver(Event("7", "GOLD", null, "03-01"));
        run.Lab.Do(p => p.Suspend(new("ETL", "LOAD_DIM")));
        run.TryDeliver(Event("7", "SILVER", null, "03-02"));
        run.Lab.Do(p => p.RecreateStream(new("STAGING", "FOR_DIM_STREAM")));
        run.Lab.Do(p => p.Resume(new("ETL", "LOAD_DIM")));
        run.Deliver(Event("7", "BRONZE", null, "03-03"));

        Assert.Equal("STAGING.FOR_DIM_STREAM", Assert.Single(run.Lab.Values(Gaps))[0]);
    }

    [Fact]
    public void Backfill_reads_no_stream_and_records_no_offset()
    {
        using var run = new CustomerLab();
        run.Deliver(Event("7", "GOLD", null, "03-01"));
        var before = run.Lab.Rows("SELECT * FROM PIPELINE.LOAD_OFFSETS ORDER BY ALL");
        run.Lab.Do(p => Assert.Null(Assert.Single(p.Backfill(new("CURATED", "DIM_CUSTOMER"), new(new(2024, 1, 1)))).Error));
        Assert.Equal(before, run.Lab.Rows("SELECT * FROM PIPELINE.LOAD_OFFSETS ORDER BY ALL"));
    }

    [Fact]
    public void Load_of_several_streams_has_a_row_for_each()
    {
        var catalog = Facts.FactModel.Of("SALES");
        var load = LoadLowering.All(catalog).First(l => l.Streams.Count > 1 && l.Target.Name == "FACT_SALES");
        Assert.Equal(load.Streams, load.Offsets.Select(o => o.Stream));
        Assert.Equal(load.Offsets.Count, load.Offsets.Select(o => o.ReadFrom.Name).Distinct().Count());
    }
}
