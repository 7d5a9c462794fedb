using Pipeline.Catalog;

namespace Pipeline.Generators.Reading;

internal static class FileFormatReader
{
    public static CatalogObject Csv(ReadContext context) => new CsvFormatObject(context.Name, context.ClassName)
    {
        SkipHeader = context.Kind.Named("SkipHeader", 0),
        FieldDelimiter = context.Kind.Named("FieldDelimiter", ',').ToString(),
        EnclosedBy = context.Kind.Named("EnclosedBy", '"').ToString(),
        NullIf = context.Kind.NamedList("NullIf").ToEquatableArray(),
        TrimSpace = context.Kind.Named("TrimSpace", false),
        Compression = Compression(context),
    };

    public static CatalogObject Json(ReadContext context) => new JsonFormatObject(context.Name, context.ClassName)
    {
        StripOuterArray = context.Kind.Named("StripOuterArray", false),
        StripNullValues = context.Kind.Named("StripNullValues", false),
        Compression = Compression(context),
    };

    public static CatalogObject Parquet(ReadContext context) => new ParquetFormatObject(context.Name, context.ClassName)
    {
        BinaryAsText = context.Kind.Named("BinaryAsText", false),
    };

    private static string Compression(ReadContext context) => (context.Kind.NamedEnum("Compression") ?? "Auto").ToUpperInvariant();
}
