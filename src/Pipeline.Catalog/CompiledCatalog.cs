using System.Runtime.CompilerServices;

namespace Pipeline.Catalog;

/// <summary>The compiled model: every object of it, each after what it depends on.</summary>
public sealed record CompiledCatalog(EquatableArray<CatalogObject> Objects)
{
    /// <summary>The version of the format that the manifest and the assembly carry.</summary>
    public const int Format = 1;

    private static readonly ConditionalWeakTable<CompiledCatalog, Dictionary<QualifiedName, CatalogObject>> Names = new();

    public IEnumerable<T> All<T>() where T : CatalogObject => Objects.OfType<T>();

    public CatalogObject? Find(QualifiedName name) => ByName.TryGetValue(name, out var found) ? found : null;

    // Two objects of one name are of two kinds, until a rule refuses them.
    public T? Find<T>(QualifiedName name) where T : CatalogObject =>
        !ByName.TryGetValue(name, out var found) ? null : found as T ?? All<T>().FirstOrDefault(o => o.Name == name);

    // No part of the record: two catalogs are equal by their objects.
    private Dictionary<QualifiedName, CatalogObject> ByName => Names.GetValue(this, catalog =>
    {
        var names = new Dictionary<QualifiedName, CatalogObject>();
        foreach (var item in catalog.Objects)
        {
            if (!names.ContainsKey(item.Name)) names.Add(item.Name, item);
        }

        return names;
    });
}
