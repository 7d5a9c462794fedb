using Pipeline.Catalog;
using Pipeline.Catalog.Json;
using Pipeline.Testing;

namespace Loads.Tests.Facts;

/// <summary>The model of all kinds of facts, as its build has written it.</summary>
internal static class FactModel
{
    private static readonly CompiledCatalog Whole = CatalogJson.ReadManifest(File.ReadAllText(RepositoryRoot.File("tests", "FactKinds", "sql", "manifest.json")));

    /// <summary>What lies in one schema, with its dimensions, files and tasks.</summary>
    public static CompiledCatalog Of(string schema) => new(Whole.Objects
        .Where(o => o.Name.Schema == schema || (o.Name.Schema is null && (o is not SchemaObject || o.Name.Name == schema))).ToEquatableArray());
}
