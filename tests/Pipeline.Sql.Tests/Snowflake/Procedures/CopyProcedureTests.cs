using Pipeline.Catalog;
using Pipeline.Testing;

namespace Pipeline.Sql.Tests;

public sealed class CopyProcedureTests
{
    private static readonly QualifiedName Stage = new("LANDING", "FILES");
    private static readonly QualifiedName Format = new("LANDING", "FORMAT");

    private static readonly Column FileName = Catalogs.Of("FILE_NAME", SqlType.Text) with { FromFile = FileFact.Name };
    private static readonly Column LoadedAt = Catalogs.Of("LOADED_AT", SqlType.Timestamp, ColumnRoles.LoadTime);

    [Fact]
    public void Csv_with_a_header_is_matched_by_name_and_validated() =>
        VerifiedFile.ShouldHold("SP_COPY_CSV_BY_HEADER", Copy(new CsvFormatObject(Format, "Retail.Csv"), OnError.RejectRow, Catalogs.Text("ID"), FileName, LoadedAt));

    [Fact]
    public void Json_lands_as_one_document_with_its_errors_by_file() =>
        VerifiedFile.ShouldHold("SP_COPY_JSON", Copy(new JsonFormatObject(Format, "Retail.Json"), OnError.RejectRow, Catalogs.Of("DOCUMENT", SqlType.Variant, nullable: true), FileName, LoadedAt));

    [Fact]
    public void Csv_by_position_reads_its_fields_in_turn()
    {
        var sql = Copy(new CsvFormatObject(Format, "Retail.Csv") { SkipHeader = 1 }, OnError.RejectRow, Catalogs.Text("ID"), Catalogs.Text("QUANTITY"), FileName);

        Assert.Contains("""
                FROM (
                    SELECT
                        file.$1           AS ID,
                        file.$2           AS QUANTITY,
                        METADATA$FILENAME AS FILE_NAME
                    FROM @LANDING.FILES/2024/ AS file
                )
                PATTERN = '.*[.]csv'
                FILE_FORMAT = (FORMAT_NAME = 'LANDING.FORMAT')
                ON_ERROR = CONTINUE;
            """, sql, StringComparison.Ordinal);
    }

    [Fact]
    public void Parquet_whose_field_has_another_name_is_read_by_it()
    {
        var sql = Copy(new ParquetFormatObject(Format, "Retail.Parquet"), OnError.RejectRow, Catalogs.Text("ID") with { FromField = "customer id" });

        Assert.Contains("file.$1['customer id']::VARCHAR AS ID", sql, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_whose_header_has_another_name_is_refused() => Assert.Contains(
        "'customer id'",
        Assert.Throws<UnspellableException>(() => Copy(new CsvFormatObject(Format, "Retail.Csv"), OnError.RejectRow, Catalogs.Text("ID") with { FromField = "customer id" })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Copy_that_stops_keeps_nothing_aside()
    {
        var sql = Copy(new ParquetFormatObject(Format, "Retail.Parquet"), OnError.Stop, Catalogs.Text("ID"));

        Assert.Contains("ON_ERROR = ABORT_STATEMENT;", sql, StringComparison.Ordinal);
        Assert.DoesNotContain("VALIDATE", sql, StringComparison.Ordinal);
    }

    [Fact]
    public void Skipped_file_is_kept_aside_by_its_first_error()
    {
        var sql = Copy(new ParquetFormatObject(Format, "Retail.Parquet"), OnError.SkipFile, Catalogs.Text("ID"));

        Assert.Contains("ON_ERROR = SKIP_FILE;", sql, StringComparison.Ordinal);
        Assert.Contains("copied.FILE['first_error']::VARCHAR", sql, StringComparison.Ordinal);
        Assert.DoesNotContain("VALIDATE", sql, StringComparison.Ordinal);
    }

    private static string Copy(FileFormatObject format, OnError onError, params Column[] columns) => ObjectScript.Snowflake(
        Catalogs.Of(
            format,
            new StageObject(Stage, "Retail.Files", "s3://retail/") { Format = Format },
            new TableObject(Catalogs.Landed, "Retail.RawSales", columns.ToEquatableArray())
            {
                Copies = [new(Stage) { Path = "2024", Pattern = ".*[.]csv", OnError = onError }],
            }),
        new("LANDING", "SP_COPY_RAW_SALES"))!;
}
