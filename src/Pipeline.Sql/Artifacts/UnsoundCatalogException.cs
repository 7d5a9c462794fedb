using Pipeline.Catalog;

namespace Pipeline.Sql;

/// <summary>Objects of the catalog carry findings: SQL made of them would be refused by Snowflake, or do something else than written.</summary>
public sealed class UnsoundCatalogException(EquatableArray<CatalogObject> objects) : Exception(Describe(objects))
{
    public EquatableArray<CatalogObject> Objects { get; } = objects;

    private static string Describe(EquatableArray<CatalogObject> objects) => string.Join(
        "\n", objects.SelectMany(o => o.Findings.Select(f => $"{o.Name}: {f.Rule}: {f.Message}")));
}
