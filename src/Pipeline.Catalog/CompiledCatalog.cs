namespace Pipeline.Catalog;

/// <summary>The compiled model: every object of it, each after what it depends on.</summary>
public sealed record CompiledCatalog(EquatableArray<CatalogObject> Objects)
{
    /// <summary>The version of the format that the manifest and the assembly carry.</summary>
    public const int Format = 1;

    public IEnumerable<T> All<T>() where T : CatalogObject => Objects.OfType<T>();

    public CatalogObject? Find(QualifiedName name) => Objects.FirstOrDefault(o => o.Name == name);

    public T? Find<T>(QualifiedName name) where T : CatalogObject => All<T>().FirstOrDefault(o => o.Name == name);
}
