namespace Pipeline.Catalog;

/// <summary>A consumer outside the platform: a role of its own that may read what it names, and nothing else.</summary>
public sealed record ExposureObject(QualifiedName Name, string ClassName, Consumer Consumer, string Owner) : RoleObject(Name, ClassName)
{
    /// <summary>Where it is found.</summary>
    public string? Url { get; init; }

    public EquatableArray<QualifiedName> Reads { get; init; }

    /// <summary>The object, with a grant for each exposure that reads it.</summary>
    internal static CatalogObject Grant(CatalogObject item, CompiledCatalog catalog)
    {
        var granted = catalog.All<ExposureObject>().Where(e => e.Reads.Contains(item.Name)).Select(e => new Grant(e.Name, Access.Read)).Where(g => !item.Grants.Contains(g)).ToList();
        return granted.Count == 0 ? item : item with { Grants = item.Grants.Concat(granted).ToEquatableArray() };
    }
}
