using Pipeline.Catalog;

namespace Pipeline.Sql.Tests;

public sealed class AccountSqlTests
{
    [Fact]
    public void Warehouse_starts_suspended_so_that_creating_it_costs_nothing() =>
        Catalogs.Of(new WarehouseObject(new(null, "TRANSFORM_WH"), "Retail.TransformWh") { Size = "SMALL", StatementTimeoutSeconds = 3600, Comment = "Loads." })
            .Sql("TRANSFORM_WH").ShouldBe("""
            CREATE WAREHOUSE IF NOT EXISTS TRANSFORM_WH
                WAREHOUSE_SIZE = 'SMALL'
                MIN_CLUSTER_COUNT = 1
                MAX_CLUSTER_COUNT = 1
                AUTO_SUSPEND = 60
                AUTO_RESUME = TRUE
                INITIALLY_SUSPENDED = TRUE
                STATEMENT_TIMEOUT_IN_SECONDS = 3600
                COMMENT = 'Loads.';
            """);

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
            """);
}
