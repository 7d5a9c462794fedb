namespace Pipeline.Catalog;

/// <summary>Where files lie; without a url it is internal.</summary>
public sealed record StageObject(QualifiedName Name, string ClassName, string? Url) : CatalogObject(Name, ClassName)
{
    public QualifiedName? Integration { get; init; }

    public QualifiedName? Format { get; init; }

    public bool Directory { get; init; }
}
