using Pipeline.Catalog;

namespace Pipeline.Sql.Tests;

public sealed class AccountSqlTests
{
    private static readonly ResourceMonitorObject Quota = new(new(null, "RETAIL_QUOTA"), "Retail.RetailQuota", 200)
    {
        Frequency = QuotaPeriod.Weekly, NotifyAtPercent = [75], SuspendAtPercent = 100, SuspendImmediatelyAtPercent = 110,
    };

    [Fact]
    public void Warehouse_starts_suspended_so_that_creating_it_costs_nothing() =>
        Catalogs.Of(new WarehouseObject(new(null, "TRANSFORM_WH"), "Retail.TransformWh") { Size = "SMALL", StatementTimeoutSeconds = 3600, Comment = "Loads." })
            .Sql("TRANSFORM_WH").ShouldBe("""
            CREATE WAREHOUSE IF NOT EXISTS TRANSFORM_WH
                WAREHOUSE_SIZE = 'SMALL'
                AUTO_SUSPEND = 60
                AUTO_RESUME = TRUE
                INITIALLY_SUSPENDED = TRUE
                STATEMENT_TIMEOUT_IN_SECONDS = 3600
                COMMENT = 'Loads.';

            -- What has changed since, for one that was there before. What runs on it goes on.
            ALTER WAREHOUSE TRANSFORM_WH SET
                WAREHOUSE_SIZE = 'SMALL'
                AUTO_SUSPEND = 60
                AUTO_RESUME = TRUE
                STATEMENT_TIMEOUT_IN_SECONDS = 3600
                COMMENT = 'Loads.';
            """);

    [Fact]
    public void Warehouse_of_several_clusters_says_how_it_scales() =>
        Catalogs.Of(new WarehouseObject(new(null, "BI_WH"), "Retail.BiWh") { MinClusters = 2, MaxClusters = 5, Scaling = ScalingPolicy.Economy }).Sql("BI_WH").ShouldBe("""
            CREATE WAREHOUSE IF NOT EXISTS BI_WH
                WAREHOUSE_SIZE = 'XSMALL'
                MIN_CLUSTER_COUNT = 2
                MAX_CLUSTER_COUNT = 5
                SCALING_POLICY = ECONOMY
                AUTO_SUSPEND = 60
                AUTO_RESUME = TRUE
                INITIALLY_SUSPENDED = TRUE;

            -- What has changed since, for one that was there before. What runs on it goes on.
            ALTER WAREHOUSE BI_WH SET
                WAREHOUSE_SIZE = 'XSMALL'
                MIN_CLUSTER_COUNT = 2
                MAX_CLUSTER_COUNT = 5
                SCALING_POLICY = ECONOMY
                AUTO_SUSPEND = 60
                AUTO_RESUME = TRUE;
            """);

    [Fact]
    public void Warehouse_that_was_there_before_comes_under_its_monitor_too() => Assert.EndsWith(
        """
            AUTO_RESUME = TRUE;

        ALTER WAREHOUSE BI_WH SET RESOURCE_MONITOR = RETAIL_QUOTA;
        """.ReplaceLineEndings("\n"),
        Catalogs.Of(Quota, new WarehouseObject(new(null, "BI_WH"), "Retail.BiWh") { Monitor = Quota.Name }).Sql("BI_WH").TrimEnd('\n'));

    [Fact]
    public void Resource_monitor_is_never_replaced_since_that_would_count_from_zero() =>
        Catalogs.Of(Quota).Sql("RETAIL_QUOTA").ShouldBe("""
            CREATE RESOURCE MONITOR IF NOT EXISTS RETAIL_QUOTA WITH
                CREDIT_QUOTA = 200
                FREQUENCY = WEEKLY
                START_TIMESTAMP = IMMEDIATELY
                TRIGGERS
                    ON 75 PERCENT DO NOTIFY
                    ON 100 PERCENT DO SUSPEND
                    ON 110 PERCENT DO SUSPEND_IMMEDIATE;

            -- What has changed since. Its period stays: another start would count from zero.
            ALTER RESOURCE MONITOR RETAIL_QUOTA SET
                CREDIT_QUOTA = 200
                TRIGGERS
                    ON 75 PERCENT DO NOTIFY
                    ON 100 PERCENT DO SUSPEND
                    ON 110 PERCENT DO SUSPEND_IMMEDIATE;
            """);

    [Fact]
    public void Monitor_of_the_account_is_assigned_to_it() => Assert.Contains(
        "ALTER ACCOUNT SET RESOURCE_MONITOR = RETAIL_QUOTA;", Catalogs.Of(Quota with { OfAccount = true }).Sql("RETAIL_QUOTA"));

    [Fact]
    public void Quota_that_an_environment_overrides_with_nothing_is_refused() => Assert.Equal(
        "Retail.RetailQuota (RETAIL_QUOTA): a quota of 0 credits; a resource monitor takes 1 or more.",
        Assert.Throws<UnspellableException>(() => Catalogs.Of(Quota with { CreditQuota = 0 }).Sql("RETAIL_QUOTA")).Message);

    [Fact]
    public void Storage_integration_pins_its_external_id() =>
        Catalogs.Of(new StorageIntegrationObject(new(null, "RETAIL_S3"), "Retail.RetailS3", "arn:aws:iam::1:role/retail", ["s3://retail/", "s3://other/"]) { ExternalId = "retail-1" })
            .Sql("RETAIL_S3").ShouldBe("""
            CREATE STORAGE INTEGRATION IF NOT EXISTS RETAIL_S3
                TYPE = EXTERNAL_STAGE
                STORAGE_PROVIDER = 'S3'
                ENABLED = TRUE
                STORAGE_AWS_ROLE_ARN = 'arn:aws:iam::1:role/retail'
                STORAGE_AWS_EXTERNAL_ID = 'retail-1'
                STORAGE_ALLOWED_LOCATIONS = ('s3://retail/', 's3://other/');

            -- What has changed since, for one that was there before. Never replaced: its stages would lose it, and AWS would see another identity.
            ALTER STORAGE INTEGRATION RETAIL_S3 SET
                ENABLED = TRUE
                STORAGE_AWS_ROLE_ARN = 'arn:aws:iam::1:role/retail'
                STORAGE_ALLOWED_LOCATIONS = ('s3://retail/', 's3://other/');
            """);
}
