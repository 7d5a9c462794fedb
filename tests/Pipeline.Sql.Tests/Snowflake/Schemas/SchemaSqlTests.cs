using Pipeline.Catalog;

namespace Pipeline.Sql.Tests;

public sealed class SchemaSqlTests
{
    [Fact]
    public void Schema_says_how_long_its_tables_can_be_looked_back_at() =>
        Catalogs.Of(new SchemaObject(new(null, "CURATED"), "Retail.Curated") { RetentionDays = 90, ManagedAccess = true, Comment = "The star." }).Sql("CURATED").ShouldBe("""
            CREATE SCHEMA IF NOT EXISTS CURATED
                WITH MANAGED ACCESS
                DATA_RETENTION_TIME_IN_DAYS = 90
                MAX_DATA_EXTENSION_TIME_IN_DAYS = 14
                COMMENT = 'The star.';

            -- What has changed since, for one that was there before.
            ALTER SCHEMA CURATED SET
                DATA_RETENTION_TIME_IN_DAYS = 90
                MAX_DATA_EXTENSION_TIME_IN_DAYS = 14
                COMMENT = 'The star.';

            ALTER SCHEMA CURATED ENABLE MANAGED ACCESS;
            """);

    [Fact]
    public void Transient_schema_keeps_a_day_at_most() =>
        Catalogs.Of(new SchemaObject(new(null, "STAGING"), "Retail.Staging") { Transient = true, RetentionDays = 7 }).Sql("STAGING").ShouldBe("""
            CREATE TRANSIENT SCHEMA IF NOT EXISTS STAGING
                DATA_RETENTION_TIME_IN_DAYS = 1
                MAX_DATA_EXTENSION_TIME_IN_DAYS = 14;

            -- What has changed since, for one that was there before.
            ALTER SCHEMA STAGING SET
                DATA_RETENTION_TIME_IN_DAYS = 1
                MAX_DATA_EXTENSION_TIME_IN_DAYS = 14;
            """);

    [Fact]
    public void Schema_named_by_a_reserved_word_is_quoted() =>
        Catalogs.Of(new SchemaObject(new(null, "ORDER"), "Retail.Order")).Sql("ORDER").ShouldBe("""
            CREATE SCHEMA IF NOT EXISTS "ORDER"
                DATA_RETENTION_TIME_IN_DAYS = 1
                MAX_DATA_EXTENSION_TIME_IN_DAYS = 14;

            -- What has changed since, for one that was there before.
            ALTER SCHEMA "ORDER" SET
                DATA_RETENTION_TIME_IN_DAYS = 1
                MAX_DATA_EXTENSION_TIME_IN_DAYS = 14;
            """);
}
