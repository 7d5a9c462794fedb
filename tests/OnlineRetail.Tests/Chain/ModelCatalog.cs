using Pipeline.Catalog;
using Pipeline.Catalog.Json;

namespace OnlineRetail.Tests.Chain;

/// <summary>The model as the build has written it: what every tool reads.</summary>
internal static class ModelCatalog
{
    public static CompiledCatalog Read() =>
        CatalogJson.ReadManifest(File.ReadAllText(Path.Combine(RealData.RepositoryRoot, "tests", "OnlineRetail", "sql", "manifest.json")));
}
