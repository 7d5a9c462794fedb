using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

internal static class FileFormatRenderer
{
    public static string Render(SnowflakeRenderer renderer, FileFormatObject format) => format switch
    {
        CsvFormatObject csv => renderer.Fill("Stages/csv_format.sql", "format", new CsvView(
            renderer.Name(csv.Name), csv.Compression, csv.FieldDelimiter, csv.ByHeader, csv.SkipHeader,
            csv.EnclosedBy.Length == 0 ? "NONE" : renderer.Text(csv.EnclosedBy), renderer.Texts(csv.NullIf),
            SnowflakeRenderer.Flag(csv.TrimSpace), csv.Comment)),
        JsonFormatObject json => renderer.Fill("Stages/json_format.sql", "format", new JsonView(
            renderer.Name(json.Name), json.Compression,
            SnowflakeRenderer.Flag(json.StripOuterArray), SnowflakeRenderer.Flag(json.StripNullValues), json.Comment)),
        ParquetFormatObject parquet => renderer.Fill("Stages/parquet_format.sql", "format", new ParquetView(
            renderer.Name(parquet.Name), parquet.Compression, SnowflakeRenderer.Flag(parquet.BinaryAsText), parquet.Comment)),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format.GetType().Name, "A file format of an unknown kind."),
    };

    private sealed record CsvView(
        string Name, string Compression, string FieldDelimiter, bool ByHeader, int SkipHeader, string EnclosedBy, string NullIf, string TrimSpace,
        string? Comment);

    private sealed record JsonView(string Name, string Compression, string StripOuterArray, string StripNullValues, string? Comment);

    private sealed record ParquetView(string Name, string Compression, string BinaryAsText, string? Comment);
}
