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
    public void Stream_on_a_view_names_the_kind_of_its_source() => OnView().Sql("LANDING.LARGE_SALES_STREAM").ShouldBe("""
        CREATE STREAM IF NOT EXISTS LANDING.LARGE_SALES_STREAM
            ON VIEW LANDING.LARGE_SALES;
        """);

    [Fact]
    public void View_with_a_stream_is_never_replaced_since_the_stream_would_go_stale() => OnView().Sql("LANDING.LARGE_SALES").ShouldBe("""
        -- Not replaced: the streams on it would go stale. To change its query, drop it and its streams first.
        CREATE VIEW IF NOT EXISTS LANDING.LARGE_SALES (
            ID
        )
            CHANGE_TRACKING = TRUE
        AS
        SELECT sales.ID
        FROM LANDING.RAW_SALES AS sales;
        """);

    [Fact]
    public void Tables_under_a_view_with_a_stream_track_their_changes() =>
        Assert.Contains("CHANGE_TRACKING = TRUE", OnView().Sql(Catalogs.Landed.ToString()), StringComparison.Ordinal);

    [Fact]
    public void Stream_on_a_view_is_deployed_after_the_view()
    {
        var script = ArtifactFiles.Render(OnView(), OnView()).Single(a => a.Path == "deploy.sql").Text;
        Assert.True(script.IndexOf("CREATE VIEW", StringComparison.Ordinal) < script.IndexOf("CREATE STREAM", StringComparison.Ordinal));
    }

    private static CompiledCatalog OnView() => CatalogCompletion.Complete(Catalogs.Of(
        new SchemaObject(new(null, "LANDING"), "Retail.Landing"),
        Source,
        new StreamObject(new("LANDING", "LARGE_SALES_STREAM"), "Retail.LargeSalesStream", new("LANDING", "LARGE_SALES"), StreamMode.Net),
        new ViewObject(new("LANDING", "LARGE_SALES"), "Retail.LargeSales", [Catalogs.Text("ID")], new SelectQuery([new("ID", Make.Column("sales", "ID", SqlType.Text))])
        {
            From = new ObjectSource("sales", Catalogs.Landed),
        })));
}
