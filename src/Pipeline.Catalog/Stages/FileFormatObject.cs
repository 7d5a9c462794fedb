namespace Pipeline.Catalog;

/// <summary>How files are read.</summary>
public abstract record FileFormatObject(QualifiedName Name, string ClassName) : CatalogObject(Name, ClassName)
{
    /// <summary>AUTO, NONE, GZIP, ZSTD or SNAPPY.</summary>
    public string Compression { get; init; } = "AUTO";
}
