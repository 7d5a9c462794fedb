using Pipeline.Catalog;

namespace Pipeline.Sql.Tests;

public sealed class StageSqlTests
{
    private static readonly QualifiedName Name = new("LANDING", "SALES");

    [Fact]
    public void Stage_refers_to_its_format_and_integration_by_name() =>
        Catalogs.Of(new StageObject(Name, "Retail.SalesStage", "s3://retail/sales/") { Integration = new(null, "RETAIL_S3"), Format = new("LANDING", "SALES_CSV"), Directory = true })
            .Sql("LANDING.SALES").ShouldBe("""
            CREATE STAGE IF NOT EXISTS LANDING.SALES
                URL = 's3://retail/sales/'
                STORAGE_INTEGRATION = RETAIL_S3
                DIRECTORY = (ENABLE = TRUE)
                FILE_FORMAT = (FORMAT_NAME = 'LANDING.SALES_CSV');

            -- What has changed since, for one that was there before. Not its place: pipes on it would have to be made anew.
            ALTER STAGE LANDING.SALES SET
                FILE_FORMAT = (FORMAT_NAME = 'LANDING.SALES_CSV');
            """);

    [Fact]
    public void Stage_with_nothing_to_change_is_only_created() => Catalogs.Of(new StageObject(Name, "Retail.SalesStage", null)).Sql("LANDING.SALES").ShouldBe("CREATE STAGE IF NOT EXISTS LANDING.SALES;");

    [Fact]
    public void Csv_found_by_its_header_forgives_a_missing_column() =>
        Catalogs.Of(new CsvFormatObject(Name, "Retail.SalesCsv") { NullIf = ["", "NULL"], TrimSpace = true }).Sql("LANDING.SALES").ShouldBe("""
            CREATE OR ALTER FILE FORMAT LANDING.SALES
                TYPE = CSV
                COMPRESSION = AUTO
                FIELD_DELIMITER = ','
                PARSE_HEADER = TRUE
                ERROR_ON_COLUMN_COUNT_MISMATCH = FALSE
                FIELD_OPTIONALLY_ENCLOSED_BY = '"'
                ESCAPE_UNENCLOSED_FIELD = NONE
                NULL_IF = ('', 'NULL')
                EMPTY_FIELD_AS_NULL = TRUE
                TRIM_SPACE = TRUE;
            """);

    [Fact]
    public void Csv_by_position_skips_its_header() =>
        Catalogs.Of(new CsvFormatObject(Name, "Retail.SalesCsv") { SkipHeader = 1, FieldDelimiter = "\t", EnclosedBy = "" }).Sql("LANDING.SALES").ShouldBe("""
            CREATE OR ALTER FILE FORMAT LANDING.SALES
                TYPE = CSV
                COMPRESSION = AUTO
                FIELD_DELIMITER = '\t'
                SKIP_HEADER = 1
                FIELD_OPTIONALLY_ENCLOSED_BY = NONE
                ESCAPE_UNENCLOSED_FIELD = NONE
                NULL_IF = ()
                EMPTY_FIELD_AS_NULL = TRUE
                TRIM_SPACE = FALSE;
            """);

    [Fact]
    public void Json_and_Parquet_say_how_they_are_read()
    {
        Catalogs.Of(new JsonFormatObject(Name, "Retail.Json") { StripOuterArray = true }).Sql("LANDING.SALES").ShouldBe("""
            CREATE OR ALTER FILE FORMAT LANDING.SALES
                TYPE = JSON
                COMPRESSION = AUTO
                STRIP_OUTER_ARRAY = TRUE
                STRIP_NULL_VALUES = FALSE;
            """);
        Catalogs.Of(new ParquetFormatObject(Name, "Retail.Parquet") { Compression = "SNAPPY" }).Sql("LANDING.SALES").ShouldBe("""
            CREATE OR ALTER FILE FORMAT LANDING.SALES
                TYPE = PARQUET
                COMPRESSION = SNAPPY
                BINARY_AS_TEXT = FALSE
                USE_LOGICAL_TYPE = TRUE;
            """);
    }
}
