using Pipeline.Catalog;
using Pipeline.Engine.Reports;
using Pipeline.Engine.Tests.Faults;

namespace Pipeline.Engine.Tests.Loads;

/// <summary>The sample after its deliveries, with rows of a table spoilt: a backfill of their range gives the undisturbed table back, and moves no stream.</summary>
public sealed class BackfillTests
{
    private static readonly DateTime Always = new(2000, 1, 1);

    [Theory]
    [InlineData("STAGING.STG_SALES", "2024-01-16", null, "UPDATE STAGING.STG_SALES SET QUANTITY = 0.5 WHERE SOLD_AT >= '2024-01-15'")]
    [InlineData("STAGING.STG_SALES", "2000-01-01", null, "DELETE FROM STAGING.STG_SALES")]
    [InlineData("STAGING.STG_CUSTOMERS", "2000-01-01", "2030-01-01", "UPDATE STAGING.STG_CUSTOMERS SET SEGMENT = 'LOST', CITY = NULL")]
    [InlineData("STAGING.STG_PRODUCTS", "2000-01-01", null, "UPDATE STAGING.STG_PRODUCTS SET LIST_PRICE = -1, CATEGORY = 'SPOILT'")]
    [InlineData("CURATED.DIM_PRODUCT", "2000-01-01", "2030-01-01", "UPDATE CURATED.DIM_PRODUCT SET LIST_PRICE = -1, PRODUCT_NAME = 'SPOILT' WHERE PRODUCT_KEY > 0 AND NOT IS_INFERRED")]
    [InlineData("CURATED.DIM_CUSTOMER", "2000-01-01", "2030-01-01", "UPDATE CURATED.DIM_CUSTOMER SET SEGMENT = 'LOST', CITY = NULL WHERE CUSTOMER_KEY > 0 AND NOT IS_INFERRED")]
    [InlineData("CURATED.DIM_CUSTOMER", "2000-01-01", "2030-01-01", "UPDATE CURATED.DIM_CUSTOMER SET END_DATE = NULL, IS_CURRENT = FALSE WHERE CUSTOMER_KEY > 0 AND NOT IS_CURRENT")]
    [InlineData("CURATED.FACT_SALES", "2000-01-01", "2030-01-01", "UPDATE CURATED.FACT_SALES SET TOTAL_AMOUNT = 0, CUSTOMER_KEY = -1, PRODUCT_KEY = -1, STORE_KEY = -1")]
    [InlineData("CURATED.FACT_SALES", "2000-01-01", "2030-01-01", "DELETE FROM CURATED.FACT_SALES WHERE LINE_NUMBER = 1")]
    [InlineData("CURATED.FACT_CLICKSTREAM", "2000-01-01", "2030-01-01", "UPDATE CURATED.FACT_CLICKSTREAM SET PRODUCT_KEY = -1 WHERE PRODUCT_KEY > 0")]
    public void Range_of_a_table_is_as_it_was_before_the_damage(string table, string from, string? until, string damage)
    {
        using var pipeline = Delivered();
        var name = QualifiedName.Parse(table);
        var (sound, offsets) = (Rows(pipeline, name), Offsets(pipeline));
        pipeline.Query(damage);
        Assert.NotEqual(sound, Rows(pipeline, name));

        Assert.Null(Backfill(pipeline, name, from, until).Error);
        Assert.Equal(sound, Rows(pipeline, name));
        Assert.Equal(offsets, Offsets(pipeline));

        var again = Backfill(pipeline, name, from, until);
        Assert.Equal((0, 0, 0, 0, 0), (again.RowsInserted, again.RowsUpdated, again.RowsClosed, again.RowsDeleted, again.RowsInferred));
        Assert.True(again is { IsBalanced: true, RowsRead: > 0 });
        Assert.Equal(sound, Rows(pipeline, name));
    }

    [Theory]
    [InlineData("CURATED.FACT_SALES", "TOTAL_AMOUNT", "SOLD_AT")]
    [InlineData("CURATED.DIM_PRODUCT", "LIST_PRICE", "UPDATED_AT")]
    public void Rows_out_of_the_range_stay_as_they_are(string table, string value, string time)
    {
        using var pipeline = Delivered();
        var name = QualifiedName.Parse(table);
        var middle = (DateTime)pipeline.Query($"SELECT quantile_disc({time}, 0.5) FROM {table} WHERE {time} IS NOT NULL").Rows[0][0]!;
        pipeline.Query($"UPDATE {table} SET {value} = -77 WHERE {time} IS NOT NULL AND {time} > TIMESTAMP '2001-01-01'");
        var before = pipeline.Query($"SELECT COUNT(*) FROM {table} WHERE {value} = -77 AND {time} >= '{middle:s}'").ToString();

        Assert.Null(pipeline.Backfill(name, new(Always, middle))[0].Error);
        Assert.Equal("0", pipeline.Query($"SELECT COUNT(*) FROM {table} WHERE {value} = -77 AND {time} < '{middle:s}'").ToString());
        Assert.Equal(before, pipeline.Query($"SELECT COUNT(*) FROM {table} WHERE {value} = -77 AND {time} >= '{middle:s}'").ToString());
        Assert.NotEqual("0", before);
    }

    [Fact]
    public void Members_of_a_history_that_are_gone_come_back_whole_by_one_event_in_the_range()
    {
        using var pipeline = Delivered();
        const string Versions = "SELECT NAME, SEGMENT, CITY, START_DATE, END_DATE, IS_CURRENT FROM CURATED.DIM_CUSTOMER WHERE CUSTOMER_ID = ";
        var id = pipeline.Query("SELECT CUSTOMER_ID FROM CURATED.DIM_CUSTOMER WHERE CUSTOMER_KEY > 0 GROUP BY 1 HAVING COUNT(*) > 1 ORDER BY COUNT(*) DESC, 1 LIMIT 1").ToString();
        var sound = pipeline.Query(Versions + id + " ORDER BY START_DATE").ToString();
        var last = (DateTime)pipeline.Query($"SELECT MAX(UPDATED_AT) FROM STAGING.STG_CUSTOMERS WHERE CUSTOMER_ID = {id}").Rows[0][0]!;
        pipeline.Query($"DELETE FROM CURATED.DIM_CUSTOMER WHERE CUSTOMER_ID = {id}");

        Assert.Null(pipeline.Backfill(new("CURATED", "DIM_CUSTOMER"), new(last, last.AddSeconds(1)))[0].Error);
        Assert.Equal(sound, pipeline.Query(Versions + id + " ORDER BY START_DATE").ToString());
    }

    [Fact]
    public void What_was_corrected_reaches_the_tables_after_it_with_the_next_run()
    {
        using var pipeline = Delivered();
        var sound = Rows(pipeline, new("CURATED", "FACT_SALES"));
        foreach (var damage in new[]
        {
            "UPDATE STAGING.STG_SALES SET TOTAL_AMOUNT = 0 WHERE LINE_NUMBER = 1", "UPDATE CURATED.FACT_SALES SET TOTAL_AMOUNT = 0 WHERE LINE_NUMBER = 1",
        }) pipeline.Query(damage);

        Backfill(pipeline, new("STAGING", "STG_SALES"), "2000-01-01", null);
        Assert.NotEqual(sound, Rows(pipeline, new("CURATED", "FACT_SALES")));
        pipeline.Run(new(2024, 1, 17, 6, 0, 0));
        Assert.Equal(sound, Rows(pipeline, new("CURATED", "FACT_SALES")));
    }

    [Theory]
    [InlineData("LANDING.RAW_SALES", "LANDING.RAW_SALES is copied from files; what was copied stays known, so load the files again by COPY INTO .. FORCE = TRUE")]
    [InlineData("CURATED.DIM_DATE", "CURATED.DIM_DATE has its rows by the model")]
    [InlineData("MONITORING.LOAD_RUNS", "MONITORING.LOAD_RUNS has no load")]
    [InlineData("CURATED.DIM_STORE", "says neither when a row was loaded nor in which order rows came: give that table a [LoadTime]")]
    [InlineData("STAGING.STG_SALES", "leave out --until")]
    [InlineData("CURATED.FACT_INVENTORY", "carries positions to the day of the run")]
    public void Table_that_cannot_be_had_again_is_refused_with_the_way_out(string table, string told)
    {
        var target = Retail.Catalog.Find<TableObject>(QualifiedName.Parse(table))!;
        var refusal = Assert.Throws<UnsupportedLoadException>(() => BackfillLowering.Of(Retail.Catalog, target, new(Always, Always.AddDays(1))));
        Assert.StartsWith(table, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(told, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Time_that_the_source_does_not_have_is_told() => Assert.Equal(
        "CURATED.DIM_PRODUCT is loaded from STAGING.STG_PRODUCTS, which has no time WHEN (it has UPDATED_AT).",
        Assert.Throws<UnsupportedLoadException>(() => BackfillLowering.Of(Retail.Catalog, Retail.Catalog.Find<TableObject>(new("CURATED", "DIM_PRODUCT"))!, new(Always, By: "WHEN"))).Message);

    private static LocalPipeline Delivered()
    {
        var pipeline = LocalPipeline.Open(Retail.Catalog, new LocalOptions());
        foreach (var (folder, at) in Retail.Deliveries)
        {
            pipeline.Deliver(folder, at);
            pipeline.Run(at);
        }

        // All is brought through, so that what tables show later comes of the backfill alone.
        pipeline.Run(Retail.Deliveries[^1].At.AddHours(1));
        return pipeline;
    }

    private static LoadReport Backfill(LocalPipeline pipeline, QualifiedName table, string from, string? until) =>
        Assert.Single(pipeline.Backfill(table, new(Date(from), until is null ? null : Date(until))));

    private static DateTime Date(string text) => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    // Rows by what they say: when one was written last is told by no source, nor which number a new one gets.
    private static string Rows(LocalPipeline pipeline, QualifiedName table) => pipeline.Rows(table, string.Join(", ", Retail.Catalog.Find<TableObject>(table)!.Columns
        .Where(c => (c.Roles & ColumnRoles.LoadTime) == 0).Select(c => c.Name))).ToString();

    private static string Offsets(LocalPipeline pipeline) => pipeline.Query("SELECT STREAM, POSITION FROM LOCAL_ENGINE.STREAM_OFFSETS ORDER BY 1").ToString();
}
