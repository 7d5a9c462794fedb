using Pipeline.Engine.Tests.Faults;
using Pipeline.Testing;

namespace Pipeline.Engine.Tests.Loads;

/// <summary>The sample's click stream and inventory, by what its page of data says of them.</summary>
public sealed class RetailFeedsTests : IClassFixture<RetailFeedsTests.Run>
{
    private readonly LocalPipeline pipeline;

    public RetailFeedsTests(Run run) => pipeline = run.Pipeline;

    [Fact]
    public void Pipe_loads_each_file_once_by_its_name() =>
        Assert.Equal("259 | 2024-01-15 06:00:00\n109 | 2024-01-16 06:00:00", Rows("SELECT COUNT(*), LOADED_AT FROM LANDING.RAW_CLICKSTREAM GROUP BY 2 ORDER BY 2"));

    [Fact]
    public void Late_event_joins_two_sessions() => Assert.Equal(
        "2024-01-13 10:00:00 | lena/2024-01-13/1 | 1\n2024-01-13 10:25:00 | lena/2024-01-13/1 | 2\n2024-01-13 10:50:00 | lena/2024-01-13/1 | 3",
        Rows("SELECT EVENT_AT, SESSION_ID, POSITION_IN_SESSION FROM CURATED.FACT_CLICKSTREAM WHERE VISITOR_ID = 'lena' ORDER BY 1"));

    [Fact]
    public void Day_ends_a_session() => Assert.Equal(
        "max/2024-01-13/1\nmax/2024-01-14/1", Rows("SELECT SESSION_ID FROM STAGING.STG_CLICKSTREAM WHERE VISITOR_ID = 'max' ORDER BY 1"));

    [Fact]
    public void Events_without_what_makes_them_one_are_rejected() => Assert.Equal(
        "at isn't a time\nno event id\nno visitor", Rows("SELECT REASON FROM STAGING.REJECTED_STG_CLICK_EVENTS ORDER BY 1"));

    [Fact]
    public void Event_without_a_product_is_of_the_member_for_none() => Assert.Equal(
        "-2", Rows("SELECT DISTINCT PRODUCT_KEY FROM CURATED.FACT_CLICKSTREAM WHERE EVENT_TYPE = 'SEARCH'"));

    [Fact]
    public void Log_is_ordered_by_the_number_of_its_file() => Assert.Equal(
        "1000000", Rows("SELECT DISTINCT LOG_FILE FROM STAGING.STG_INVENTORY WHERE DAY = DATE '2024-01-14' ORDER BY 1"));

    [Fact]
    public void Position_is_the_last_of_its_day_in_the_log() => Assert.Equal(
        "0 | true", Rows("""
            WITH CHANGES AS (
                SELECT d->>'$.after.product_id' AS P, d->>'$.after.store_id' AS S, epoch_ms((d->'$.source.ts_ms')::BIGINT)::DATE AS DAY, (d->'$.after.on_hand')::INT AS N,
                    split_part(d->>'$.source.file', '.', 2)::INT AS F, (d->'$.source.pos')::BIGINT AS POS
                FROM (SELECT DOCUMENT AS d FROM LANDING.RAW_INVENTORY) WHERE d->>'$.op' IN ('r', 'u', 'c'))
            SELECT COUNT_IF(held.ON_HAND <> N), COUNT(*) > 60 FROM (SELECT P, S, DAY, arg_max(N, (F, POS)) AS N FROM CHANGES WHERE P <> 'XX10' GROUP BY ALL) AS last
            JOIN STAGING.STG_INVENTORY AS held ON held.PRODUCT_ID = P AND held.STORE_ID = S AND held.DAY = last.DAY WHERE NOT held.IS_DELETED
            """));

    [Fact]
    public void Deleted_row_stays_deleted_when_an_older_change_arrives_late() => Assert.Equal(
        "true | 0\n0", Rows("SELECT IS_DELETED, ON_HAND FROM STAGING.STG_INVENTORY WHERE PRODUCT_ID = 'KI-4010' AND STORE_ID = 'HAM1' AND DAY = DATE '2024-01-14'")
            + "\n" + Rows("""
                SELECT f.ON_HAND FROM CURATED.FACT_INVENTORY AS f JOIN CURATED.DIM_PRODUCT AS p USING (PRODUCT_KEY) JOIN CURATED.DIM_STORE AS s USING (STORE_KEY)
                WHERE p.PRODUCT_ID = 'KI-4010' AND s.STORE_ID = 'HAM1' AND f.DAY = DATE '2024-01-14'
                """));

    [Fact]
    public void Every_position_is_there_on_every_day() => Assert.Equal(
        "2024-01-13 | 32\n2024-01-14 | 32\n2024-01-15 | 32", Rows("SELECT DAY, COUNT(*) FROM CURATED.FACT_INVENTORY WHERE DAY <= DATE '2024-01-15' GROUP BY 1 ORDER BY 1"));

    [Fact]
    public void Tombstone_is_left_out_and_what_is_no_change_of_a_row_is_rejected() => Assert.Equal(
        "1 | 2\nno product id\nthe row breaks ProductIdHasTheRightForm",
        Rows("SELECT SUM(ROWS_FILTERED)::BIGINT, SUM(ROWS_REJECTED)::BIGINT FROM MONITORING.LOAD_RUNS WHERE TARGET = 'STAGING.STG_INVENTORY'")
            + "\n" + Rows("SELECT REASON FROM STAGING.REJECTED_STG_INVENTORY ORDER BY 1"));

    [Fact]
    public void DIM_DATE_has_the_holidays_of_the_seed_file_on_their_days() => Assert.Equal(
        "2024-01-01 | New Year's Day | 2023 | 4\n2024-03-29 | Good Friday | 2024 | 1",
        Rows("SELECT FULL_DATE, HOLIDAY, FISCAL_YEAR, FISCAL_QUARTER FROM CURATED.DIM_DATE WHERE HOLIDAY IS NOT NULL AND FULL_DATE BETWEEN DATE '2024-01-01' AND DATE '2024-03-31' ORDER BY 1"));

    [Fact]
    public void DIM_STORE_is_as_the_register_said_last_and_each_store_keeps_its_key()
    {
        Assert.Equal(
            Rows("SELECT STORE_ID, STORE_NAME, REGION, OPENED_ON FROM STAGING.STG_STORES ORDER BY 1"),
            Rows("SELECT STORE_ID, STORE_NAME, REGION, OPENED_ON FROM CURATED.DIM_STORE WHERE STORE_KEY > 0 ORDER BY 1"));
        Assert.Equal("-3 | INVALID\n-2 | -\n-1 | UNKNOWN", Rows("SELECT STORE_KEY, STORE_ID FROM CURATED.DIM_STORE WHERE STORE_KEY < 0 ORDER BY 1"));
        Assert.Equal("0", Rows("SELECT COUNT(*) FROM CURATED.FACT_SALES WHERE STORE_KEY NOT IN (SELECT STORE_KEY FROM CURATED.DIM_STORE)"));
    }

    [Fact]
    public void Prices_of_suppliers_are_those_of_the_last_list_of_each_month() => Assert.Equal(
        """
        ACME | CO-1010 | 2023-12-01 | 6.10 | EUR
        ACME | CO-1010 | 2024-01-01 | 6.20 | EUR
        ACME | CO-1020 | 2023-12-01 | 7.40 | EUR
        ACME | CO-1020 | 2024-01-01 | 7.30 | EUR
        ACME | KI-4010 | 2023-12-01 | 18.00 | EUR
        ACME | KI-4010 | 2024-01-01 | 18.50 | EUR
        BOLT | CO-1010 | 2024-01-01 | 6.05 | EUR
        BOLT | TE-2010 | 2024-01-01 | 3.95 | USD
        """.ReplaceLineEndings("\n"),
        Rows("SELECT SUPPLIER, PRODUCT_ID, MONTH, PRICE, CURRENCY FROM STAGING.STG_SUPPLIER_PRICES ORDER BY ALL"));

    [Fact]
    public void Lines_of_price_lists_that_say_no_price_are_kept_with_their_file_and_row() => Assert.Equal(
        """
        no product id | suppliers/prices/month=2024-01/bolt/prices.csv | 3
        price isn't a number | suppliers/prices/month=2024-01/acme/prices.csv | 3
        the folder is no month | suppliers/prices/draft/acme/prices.csv | 1
        """.ReplaceLineEndings("\n"),
        Rows("SELECT REASON, SOURCE_FILE, SOURCE_ROW FROM STAGING.REJECTED_STG_SUPPLIER_PRICES ORDER BY ALL"));

    [Fact]
    public void External_table_shows_the_files_that_are_there_now() => Assert.Equal(
        "suppliers/prices/draft/acme/prices.csv | 1\nsuppliers/prices/month=2023-12/acme/prices.csv | 3\nsuppliers/prices/month=2024-01/acme/prices.csv | 3\nsuppliers/prices/month=2024-01/bolt/prices.csv | 3",
        Rows("SELECT FILE_NAME, COUNT(*) FROM LANDING.SUPPLIER_PRICES GROUP BY 1 ORDER BY 1"));

    [Fact]
    public void SUPPLIER_PRICES_BY_MONTH_shows_the_same_lines_in_partitions()
    {
        const string Lines = "SELECT PRODUCT_ID, PRICE, CURRENCY, MONTH, SUPPLIER, FILE_NAME, FILE_ROW FROM LANDING.SUPPLIER_PRICES";
        Assert.Equal(Rows(Lines + " ORDER BY ALL"), Rows(Lines + "_BY_MONTH ORDER BY ALL"));
        Assert.Contains("    PARTITION BY (MONTH)\n", File.ReadAllText(RepositoryRoot.File("samples", "RetailModel", "sql", "LANDING", "external_tables", "SUPPLIER_PRICES_BY_MONTH.sql")).ReplaceLineEndings("\n"));
    }

    private string Rows(string sql) => pipeline.Query(sql).ToString();

    public sealed class Run : IDisposable
    {
        public Run()
        {
            Pipeline = LocalPipeline.Open(Retail.Catalog, new());
            foreach (var (folder, at) in Retail.Deliveries)
            {
                Pipeline.Deliver(folder, at);
                Assert.True(Pipeline.Run(at).Succeeded);
            }
        }

        public LocalPipeline Pipeline { get; }

        public void Dispose() => Pipeline.Dispose();
    }
}
