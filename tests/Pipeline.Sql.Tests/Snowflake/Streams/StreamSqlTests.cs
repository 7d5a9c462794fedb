using Pipeline.Catalog;

namespace Pipeline.Sql.Tests;

public sealed class StreamSqlTests
{
    private static readonly TableObject Source = new(Catalogs.Landed, "Retail.RawSales", [Catalogs.Text("ID")]);

    [Fact]
    public void Stream_is_never_replaced_since_its_offset_would_be_lost() =>
        Catalogs.Of(Source, new StreamObject(new("LANDING", "RAW_SALES_STREAM"), "Retail.RawSalesStream", Catalogs.Landed, StreamMode.Net) { Comment = "What the tills sold." })
            .Sql("LANDING.RAW_SALES_STREAM").ShouldBe("""
            CREATE STREAM IF NOT EXISTS LANDING.RAW_SALES_STREAM
                ON TABLE LANDING.RAW_SALES
                COMMENT = 'What the tills sold.';
            """);

    [Fact]
    public void Stream_that_only_appends_says_so() =>
        Catalogs.Of(Source, new StreamObject(new("LANDING", "RAW_SALES_STREAM"), "Retail.RawSalesStream", Catalogs.Landed, StreamMode.AppendOnly) { ShowInitialRows = true })
            .Sql("LANDING.RAW_SALES_STREAM").ShouldBe("""
            CREATE STREAM IF NOT EXISTS LANDING.RAW_SALES_STREAM
                ON TABLE LANDING.RAW_SALES
                APPEND_ONLY = TRUE
                SHOW_INITIAL_ROWS = TRUE;
            """);

    [Fact]
    public void Stream_on_a_view_names_the_kind_of_its_source() =>
        Catalogs.Of(
            new ViewObject(new("STAGING", "ALL_SALES"), "Retail.AllSales", [Catalogs.Text("ID")], new SelectQuery([new("ID", Literal.Text("x"))])),
            new StreamObject(new("STAGING", "ALL_SALES_STREAM"), "Retail.AllSalesStream", new("STAGING", "ALL_SALES"), StreamMode.Net))
            .Sql("STAGING.ALL_SALES_STREAM").ShouldBe("""
            CREATE STREAM IF NOT EXISTS STAGING.ALL_SALES_STREAM
                ON VIEW STAGING.ALL_SALES;
            """);
}
