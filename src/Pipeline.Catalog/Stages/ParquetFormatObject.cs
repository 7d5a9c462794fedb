namespace Pipeline.Catalog;

/// <summary>Parquet; timestamps keep their logical type.</summary>
public sealed record ParquetFormatObject(QualifiedName Name, string ClassName) : FileFormatObject(Name, ClassName)
{
    public bool BinaryAsText { get; init; }
}
