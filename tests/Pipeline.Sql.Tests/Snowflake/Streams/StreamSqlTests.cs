using Pipeline.Catalog;

namespace Pipeline.Sql.Tests;

public sealed class StreamSqlTests
{
    private static readonly TableObject Source = new(Catalogs.Landed, "Retail.RawSales", [Catalogs.Text("ID")]);

    private static readonly ViewObject LargeSales = new(
        new("LANDING", "LARGE_SALES"), "Retail.LargeSales", [Catalogs.Text("ID")],
        new SelectQuery([new("ID", Make.Column("sales", "ID", SqlType.Text))]) { From = new ObjectSource("sales", Catalogs.Landed) });

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
        -- Never replaced: the streams on it would go stale. Where it isn't what the model says, stop here rather than load by it.
        EXECUTE IMMEDIATE
        $$
        DECLARE
            live NUMBER(19,0) DEFAULT 0;
            unchanged NUMBER(19,0) DEFAULT 0;
            view_differs EXCEPTION (-20015, 'LANDING.LARGE_SALES is there with another query than the model says. Replaced, it would make its streams stale: let the loads read LANDING.LARGE_SALES_STREAM to the end, drop them and the view, and deploy again.');
        BEGIN
            SHOW VIEWS IN SCHEMA LANDING;

            SELECT
                COUNT(*),
                COUNT_IF(ENDSWITH("comment", '[definition 4719e0714701]'))
            INTO :live, :unchanged
            FROM TABLE(RESULT_SCAN(LAST_QUERY_ID()))
            WHERE "name" = 'LARGE_SALES';

            IF (live = 0) THEN
                CREATE VIEW IF NOT EXISTS LANDING.LARGE_SALES (
                    ID
                )
                    CHANGE_TRACKING = TRUE
                    COMMENT = '[definition 4719e0714701]'
                AS
                SELECT sales.ID
                FROM LANDING.RAW_SALES AS sales;
            ELSEIF (unchanged = 0) THEN
                RAISE view_differs;
            ELSE
                ALTER VIEW LANDING.LARGE_SALES SET COMMENT = '[definition 4719e0714701]';
            END IF;
        END;
        $$;
        """);

    [Fact]
    public void Comment_of_a_view_with_a_stream_is_altered_in_place_and_its_policies_come_back()
    {
        var plain = OnView().Sql("LANDING.LARGE_SALES");
        var commented = OnView(v => v with { Comment = "Sales above the threshold." }).Sql("LANDING.LARGE_SALES");
        Assert.Contains($"ALTER VIEW LANDING.LARGE_SALES SET COMMENT = 'Sales above the threshold. {Definition(plain)}';", commented, StringComparison.Ordinal);
        var masked = OnView(v => v with { Columns = [.. v.Columns.Select(c => c with { Mask = new(new("LANDING", "HIDDEN"), []) })] }).Sql("LANDING.LARGE_SALES");
        Assert.Equal(Definition(plain), Definition(masked));
        Assert.EndsWith("$$;\n\nALTER VIEW LANDING.LARGE_SALES MODIFY COLUMN ID SET MASKING POLICY LANDING.HIDDEN FORCE;\n", masked, StringComparison.Ordinal);
    }

    [Fact]
    public void View_with_a_stream_and_another_query_is_another_definition()
    {
        var plain = Definition(OnView().Sql("LANDING.LARGE_SALES"));
        Assert.NotEqual(plain, Definition(OnView(v => v with { Query = ((SelectQuery)v.Query) with { Distinct = true } }).Sql("LANDING.LARGE_SALES")));
        Assert.NotEqual(plain, Definition(OnView(v => v with { Secure = true }).Sql("LANDING.LARGE_SALES")));
    }

    [Fact]
    public void Tables_under_a_view_with_a_stream_track_their_changes() =>
        Assert.Contains("CHANGE_TRACKING = TRUE", OnView().Sql(Catalogs.Landed.ToString()), StringComparison.Ordinal);

    [Fact]
    public void Stream_on_a_view_is_deployed_after_the_view()
    {
        var script = ArtifactFiles.Render(OnView(), OnView()).Single(a => a.Path == "deploy.sql").Text;
        Assert.True(script.IndexOf("CREATE VIEW", StringComparison.Ordinal) < script.IndexOf("CREATE STREAM", StringComparison.Ordinal));
    }

    private static string Definition(string sql) => System.Text.RegularExpressions.Regex.Match(sql, @"\[definition [0-9a-f]+\]").Value;

    private static CompiledCatalog OnView(Func<ViewObject, ViewObject>? change = null) => CatalogCompletion.Complete(Catalogs.Of(
        new SchemaObject(new(null, "LANDING"), "Retail.Landing"),
        Source,
        new StreamObject(new("LANDING", "LARGE_SALES_STREAM"), "Retail.LargeSalesStream", LargeSales.Name, StreamMode.Net),
        change is null ? LargeSales : change(LargeSales)));
}
