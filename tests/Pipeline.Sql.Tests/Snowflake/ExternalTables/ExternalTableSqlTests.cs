using Pipeline.Catalog;
using Pipeline.Catalog.Json;

namespace Pipeline.Sql.Tests;

public sealed class ExternalTableSqlTests
{
    private static readonly Column Month = new("MONTH", "Month", SqlType.Date, Nullable: true) { FromPath = new("month", 0, "YYYY-MM") };

    private static ExternalTableObject Table { get; } = new(new("LANDING", "PRICES"), "Retail.Prices",
        [
            new("SKU", "Sku", SqlType.Text, Nullable: true),
            new("PRICE", "Price", SqlType.Number(12, 2), Nullable: true) { FromField = "unit \"price\"" },
            Month,
            new("SUPPLIER", "Supplier", SqlType.Text, Nullable: true) { FromPath = new(null, 2, null) },
            new("YEAR", "Year", SqlType.Int32, Nullable: true) { FromPath = new("year", 0, null) },
            new("FILE_NAME", "FileName", SqlType.Text, Nullable: false) { FromFile = FileFact.Name },
        ], new("LANDING", "FILES"));

    private static CompiledCatalog Of(ExternalTableObject table, FileFormatObject? format = null, params CatalogObject[] others) => Catalogs.Of(
    [
        format ?? new CsvFormatObject(new("LANDING", "FORMAT"), "Retail.Format") { SkipHeader = 1 },
        new StageObject(new("LANDING", "FILES"), "Retail.Files", "s3://retail/suppliers/") { Format = new("LANDING", "FORMAT") },
        table,
        .. others,
    ]);

    [Fact]
    public void External_table_is_created_once_with_columns_that_are_computed()
    {
        var sql = Of(Table with { Comment = "Supplier's lists." }).Sql("LANDING.PRICES");
        sql.ShouldBe($"""
            -- Never replaced: its grants would be lost, and the streams on it would be stale.
            CREATE EXTERNAL TABLE IF NOT EXISTS LANDING.PRICES (
                SKU       VARCHAR      AS (VALUE:c1::VARCHAR),
                PRICE     NUMBER(12,2) AS (VALUE:c2::NUMBER(12,2)),
                MONTH     DATE         AS (TRY_TO_DATE(NULLIF(SPLIT_PART(SPLIT_PART('/' || METADATA$FILENAME, '/month=', 2), '/', 1), ''), 'YYYY-MM')),
                SUPPLIER  VARCHAR      AS (NULLIF(SPLIT_PART(METADATA$FILENAME, '/', -3), '')),
                YEAR      NUMBER(10,0) AS (TRY_TO_NUMBER(NULLIF(SPLIT_PART(SPLIT_PART('/' || METADATA$FILENAME, '/year=', 2), '/', 1), ''), 10, 0)),
                FILE_NAME VARCHAR      AS (METADATA$FILENAME)
            )
                LOCATION = @LANDING.FILES/
                REFRESH_ON_CREATE = FALSE
                AUTO_REFRESH = FALSE
                FILE_FORMAT = (FORMAT_NAME = 'LANDING.FORMAT')
                COMMENT = 'Supplier''s lists. [definition {Fingerprint(sql)}]';
            """);
    }

    [Fact]
    public void Partitions_folder_pattern_and_topic_are_said()
    {
        var sql = Of(Table with { Columns = [Month], PartitionBy = ["MONTH"], Path = "prices/", Pattern = @".*\.csv", AutoRefresh = true, SnsTopic = "arn:aws:sns:eu-central-1:1:prices" }).Sql("LANDING.PRICES");
        sql.ShouldBe($"""
            -- Never replaced: its grants would be lost, and the streams on it would be stale.
            CREATE EXTERNAL TABLE IF NOT EXISTS LANDING.PRICES (
                MONTH DATE AS (TRY_TO_DATE(NULLIF(SPLIT_PART(SPLIT_PART('/' || METADATA$FILENAME, '/month=', 2), '/', 1), ''), 'YYYY-MM'))
            )
                PARTITION BY (MONTH)
                LOCATION = @LANDING.FILES/prices/
                AUTO_REFRESH = TRUE
                PATTERN = '.*\\.csv'
                FILE_FORMAT = (FORMAT_NAME = 'LANDING.FORMAT')
                AWS_SNS_TOPIC = 'arn:aws:sns:eu-central-1:1:prices'
                COMMENT = '[definition {Fingerprint(sql)}]';
            """);
    }

    [Fact]
    public void Fields_of_json_and_parquet_are_found_by_their_exact_names()
    {
        foreach (var format in new FileFormatObject[] { new JsonFormatObject(new("LANDING", "FORMAT"), "F"), new ParquetFormatObject(new("LANDING", "FORMAT"), "F") })
        {
            var sql = Of(Table, format).Sql("LANDING.PRICES");
            Assert.Contains("AS (VALUE:\"Sku\"::VARCHAR)", sql, StringComparison.Ordinal);
            Assert.Contains("AS (VALUE:\"unit \"\"price\"\"\"::NUMBER(12,2))", sql, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void One_variant_is_the_whole_record() => Assert.Contains(
        "DOCUMENT VARIANT AS (VALUE)",
        Of(Table with { Columns = [new("DOCUMENT", "Document", SqlType.Variant, Nullable: true)] }, new JsonFormatObject(new("LANDING", "FORMAT"), "F")).Sql("LANDING.PRICES"), StringComparison.Ordinal);

    [Fact]
    public void Stream_on_it_is_insert_only() => Of(Table, null, new StreamObject(new("LANDING", "PRICES_STREAM"), "S", Table.Name, StreamMode.InsertOnly)).Sql("LANDING.PRICES_STREAM").ShouldBe("""
        CREATE STREAM IF NOT EXISTS LANDING.PRICES_STREAM
            ON EXTERNAL TABLE LANDING.PRICES
            INSERT_ONLY = TRUE;
        """);

    [Fact]
    public void Task_that_runs_it_refreshes_it()
    {
        var root = new TaskObject(new("LANDING", "ROOT"), "Root", new("LANDING", "ROOT"), new(null, "WH")) { Cron = "0 * * * * UTC" };
        var task = new TaskObject(new("LANDING", "REFRESH"), "Refresh", root.Name, root.Warehouse) { After = [root.Name], Runs = [Table.Name] };
        Assert.Contains("    ALTER EXTERNAL TABLE LANDING.PRICES REFRESH;", Of(Table, null, root, task).Sql("LANDING.REFRESH"), StringComparison.Ordinal);
    }

    [Fact]
    public void Deployment_stops_where_a_live_one_reads_something_else()
    {
        var catalog = Of(Table);
        var files = ArtifactFiles.Render(catalog, catalog);
        var deploy = files.Single(f => f.Path == "deploy.sql").Text;
        Assert.Contains($"('LANDING', 'PRICES', '[definition {Fingerprint(catalog.Sql("LANDING.PRICES"))}]')", deploy, StringComparison.Ordinal);
        Assert.Contains("EXCEPTION (-20014,", deploy, StringComparison.Ordinal);
        // What INFORMATION_SCHEMA tells of its columns, VALUE among them, is no shape of a table.
        Assert.DoesNotContain("('LANDING', 'PRICES', 'SKU'", deploy, StringComparison.Ordinal);
        Assert.Contains("DROP EXTERNAL TABLE IF EXISTS LANDING.PRICES;", files.Single(f => f.Path == "teardown.sql").Text, StringComparison.Ordinal);
        Assert.NotEqual(Fingerprint(catalog.Sql("LANDING.PRICES")), Fingerprint(Of(Table with { Pattern = ".*" }).Sql("LANDING.PRICES")));
        Assert.Equal(Fingerprint(catalog.Sql("LANDING.PRICES")), Fingerprint(Of(Table with { Comment = "Said anew." }).Sql("LANDING.PRICES")));
    }

    [Fact]
    public void Readers_of_its_schema_may_read_it()
    {
        var role = new RoleObject(new(null, "ANALYST"), "Analyst");
        var schema = new SchemaObject(new(null, "LANDING"), "Landing") { Grants = [new(role.Name, Access.Read)] };
        var catalog = Of(Table with { Grants = [new(role.Name, Access.Read)] }, null, role, schema);
        var grants = ArtifactFiles.Render(catalog, catalog).Single(f => f.Path == "LANDING/grants.sql").Text;
        Assert.Contains("GRANT SELECT ON ALL EXTERNAL TABLES IN SCHEMA LANDING TO ROLE ANALYST;\nGRANT SELECT ON FUTURE EXTERNAL TABLES IN SCHEMA LANDING TO ROLE ANALYST;", grants, StringComparison.Ordinal);
        Assert.Contains("GRANT SELECT ON EXTERNAL TABLE LANDING.PRICES TO ROLE ANALYST;", grants, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_definition_survives_the_manifest()
    {
        var table = Table with { Path = "prices/", PartitionBy = ["MONTH"], AutoRefresh = true, SnsTopic = "arn" };
        Assert.Equal(table, CatalogJson.ReadObject(CatalogJson.Write(table)));
    }

    private static string Fingerprint(string sql) => sql[(sql.IndexOf("[definition ", StringComparison.Ordinal) + "[definition ".Length)..][..12];
}
