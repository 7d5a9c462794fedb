using Pipeline.Catalog;
using Pipeline.Engine.Reports;
using Pipeline.Engine.Tests.Faults;

namespace Pipeline.Engine.Tests.Quality;

/// <summary>Each check of the sample's gates, by its name: it passes what a run has made, and finds what somebody makes wrong.</summary>
public sealed class RetailCheckTests : IDisposable
{
    private static readonly DateTime At = Retail.Deliveries[0].At;

    private readonly LocalPipeline pipeline = LocalPipeline.Open(Retail.Catalog, new());

    public RetailCheckTests()
    {
        pipeline.Deliver(Retail.Deliveries[0].Folder, At);
        Assert.True(pipeline.Run(At).Succeeded);
    }

    public void Dispose() => pipeline.Dispose();

    [Fact]
    public void ColumnsExist_finds_a_file_without_a_column_that_every_sale_needs()
    {
        Passes("CHECK_LANDING", "ColumnsExist");
        Land("('T1', 'KI-4010', NULL, '2024-01-15 10:00:00', 'sales_a.csv', 1), ('T2', 'KI-4010', NULL, '2024-01-15 10:00:00', 'sales_a.csv', 2), ('T3', 'KI-4010', '1', '2024-01-15 10:00:00', 'sales_b.csv', 1)");
        Finds("CHECK_LANDING", "ColumnsExist | WARN | 1");
    }

    [Fact]
    public void QuantitiesAreNumbers_finds_a_file_with_more_than_one_in_a_hundred_that_are_none()
    {
        Passes("CHECK_LANDING", "QuantitiesAreNumbers");
        Land("('T1', 'KI-4010', 'many', '2024-01-15 10:00:00', 'sales_a.csv', 1), ('T2', 'KI-4010', '2', '2024-01-15 10:00:00', 'sales_a.csv', 2), ('T3', 'KI-4010', '1', '2024-01-15 10:00:00', 'sales_b.csv', 1)");
        Finds("CHECK_LANDING", "QuantitiesAreNumbers | WARN | 1");
    }

    [Fact]
    public void NullTransactionId_finds_each_sale_without_one()
    {
        Passes("CHECK_LANDING", "NullTransactionId");
        Land("(NULL, 'KI-4010', '1', '2024-01-15 10:00:00', 'sales_a.csv', 1), (NULL, 'KI-4010', '2', '2024-01-15 10:00:00', 'sales_a.csv', 2), ('T3', 'KI-4010', '1', '2024-01-15 10:00:00', 'sales_b.csv', 1)");
        Finds("CHECK_LANDING", "NullTransactionId | WARN | 2");
    }

    [Fact]
    public void DuplicateSales_finds_a_line_that_a_file_holds_twice()
    {
        Passes("CHECK_LANDING", "DuplicateSales");
        Land("('T1', 'KI-4010', '1', '2024-01-15 10:00:00', 'sales_a.csv', 1), ('T1', 'KI-4010', '1', '2024-01-15 10:00:00', 'sales_a.csv', 2), ('T1', 'KI-4010', '1', '2024-01-15 10:00:00', 'sales_b.csv', 1)");
        Finds("CHECK_LANDING", "DuplicateSales | WARN | 1");
    }

    [Fact]
    public void OrphanProducts_finds_sales_of_what_the_catalogue_has_not()
    {
        Passes("CHECK_STAGING", "OrphanProducts");
        Stage("('T1', 1, 7, 'ZZ-9999', 'BER1', 1, 5.00, 5.00, TIMESTAMP '2024-01-15 10:00:00', 'Web'), ('T2', 1, 7, 'KI-4010', 'BER1', 1, 5.00, 5.00, TIMESTAMP '2024-01-15 10:00:00', 'Web')");
        Finds("CHECK_STAGING", "OrphanProducts | WARN | 1");
    }

    [Fact]
    public void AmountsAndDatesAreValid_stops_what_is_sold_for_less_than_nothing_or_before_there_was_a_shop()
    {
        Passes("CHECK_STAGING", "AmountsAndDatesAreValid");
        Stage("('T1', 1, 7, 'KI-4010', 'BER1', 1, 5.00, -5.00, TIMESTAMP '2024-01-15 10:00:00', 'Web'), ('T2', 1, 7, 'KI-4010', 'BER1', 1, 5.00, 5.00, TIMESTAMP '2008-12-31 23:59:59', 'Web'), ('T3', 1, 7, 'KI-4010', 'BER1', 1, 0, 0, TIMESTAMP '2009-01-01 00:00:00', 'Web')");
        Finds("CHECK_STAGING", "AmountsAndDatesAreValid | FAIL | 2");
    }

    [Fact]
    public void QuantitiesAreInRange_stops_what_nobody_can_carry_home()
    {
        Passes("CHECK_STAGING", "QuantitiesAreInRange");
        Stage("('T1', 1, 7, 'KI-4010', 'BER1', 10001, 5.00, 5.00, TIMESTAMP '2024-01-15 10:00:00', 'Web'), ('T2', 1, 7, 'KI-4010', 'BER1', 0, 5.00, 5.00, TIMESTAMP '2024-01-15 10:00:00', 'Web'), ('T3', 1, 7, 'KI-4010', 'BER1', 10000, 5.00, 5.00, TIMESTAMP '2024-01-15 10:00:00', 'Web')");
        Finds("CHECK_STAGING", "QuantitiesAreInRange | FAIL | 2");
    }

    [Fact]
    public void NullCustomerId_finds_a_day_on_which_nearly_no_sale_has_a_customer()
    {
        Passes("CHECK_STAGING", "NullCustomerId");
        Stage(string.Join(", ", Enumerable.Range(1, 11).Select(i => $"('T{i}', 1, {(i == 1 ? "7" : "NULL")}, 'KI-4010', 'BER1', 1, 5.00, 5.00, TIMESTAMP '2024-01-16 10:00:00', 'Web')"))
            + ", " + string.Join(", ", Enumerable.Range(21, 10).Select(i => $"('T{i}', 1, {(i == 21 ? "7" : "NULL")}, 'KI-4010', 'BER1', 1, 5.00, 5.00, TIMESTAMP '2024-01-17 10:00:00', 'Web')")));
        Finds("CHECK_STAGING", "NullCustomerId | WARN | 1");
    }

    [Fact]
    public void SalesOnEachDay_finds_days_without_a_sale_between_the_first_and_the_last()
    {
        pipeline.Query("UPDATE CURATED.FACT_SALES SET DATE_KEY = 20240113 WHERE DATE_KEY < 20240113");
        Passes("CHECK_CURATED", "SalesOnEachDay");
        pipeline.Query("UPDATE CURATED.FACT_SALES SET DATE_KEY = 20240110 WHERE DATE_KEY = 20240113");
        Finds("CHECK_CURATED", "SalesOnEachDay | WARN | 3");
    }

    [Fact]
    public void CustomersMatch_stops_where_a_customer_that_was_staged_is_no_member()
    {
        Passes("CHECK_CURATED", "CustomersMatch");
        pipeline.Query("DELETE FROM CURATED.DIM_CUSTOMER WHERE CUSTOMER_ID = (SELECT MIN(CUSTOMER_ID) FROM STAGING.STG_CUSTOMERS)");
        var states = pipeline.Query("SELECT COUNT(*) FROM STAGING.STG_CUSTOMERS WHERE CUSTOMER_ID = (SELECT MIN(CUSTOMER_ID) FROM STAGING.STG_CUSTOMERS)").ToString();
        Finds("CHECK_CURATED", "CustomersMatch | FAIL | " + states);
    }

    [Fact]
    public void AggReconciliation_stops_where_the_summary_tells_another_amount_than_the_fact()
    {
        Passes("QUALITY_CHECKS", "AggReconciliation");
        pipeline.Query("UPDATE ANALYTICS.MV_DAILY_SALES_SUMMARY SET TOTAL_SALES = TOTAL_SALES + 1 WHERE DATE = DATE '2024-01-13'");
        Finds("QUALITY_CHECKS", "AggReconciliation | FAIL | 1");
    }

    private void Land(string rows) => Change($"INSERT INTO LANDING.RAW_SALES (TRANSACTION_ID, PRODUCT_ID, QUANTITY, SOLD_AT, FILE_NAME, FILE_ROW, LOADED_AT, LINE_NUMBER) SELECT *, TIMESTAMP '2024-01-15 06:00:00', '1' FROM (VALUES {rows})");

    private void Stage(string rows) =>
        Change($"INSERT INTO STAGING.STG_SALES (TRANSACTION_ID, LINE_NUMBER, CUSTOMER_ID, PRODUCT_ID, STORE_ID, QUANTITY, UNIT_PRICE, TOTAL_AMOUNT, SOLD_AT, CHANNEL) VALUES {rows}");

    // As a load does it, so that streams see it: under the next change.
    private void Change(string statement)
    {
        pipeline.Query("SET VARIABLE local_change = (SELECT LAST_CHANGE + 1 FROM LOCAL_ENGINE.STATE)");
        pipeline.Query(statement);
        pipeline.Query("UPDATE LOCAL_ENGINE.STATE SET LAST_CHANGE = LAST_CHANGE + 1");
    }

    private void Passes(string task, string check)
    {
        pipeline.Query("DELETE FROM MONITORING.QUALITY_METRICS");
        Assert.Equal(RunStatus.Succeeded, pipeline.RunTask(new("ETL", task), At, null).Status);
        Assert.Equal($"{check} | PASS | 0", Metric(check));
    }

    private void Finds(string task, string metric)
    {
        pipeline.Query("DELETE FROM MONITORING.QUALITY_METRICS");
        Assert.Equal(metric.Contains("FAIL", StringComparison.Ordinal) ? RunStatus.Failed : RunStatus.Succeeded, pipeline.RunTask(new("ETL", task), At, null).Status);
        Assert.Equal(metric, Metric(metric.Split(' ')[0]));
    }

    private string Metric(string check) => pipeline.Query($"SELECT CHECK_NAME, STATUS, ERROR_COUNT FROM MONITORING.QUALITY_METRICS WHERE CHECK_NAME = '{check}'").ToString();
}
