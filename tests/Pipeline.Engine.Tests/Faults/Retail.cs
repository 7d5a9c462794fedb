using Pipeline.Catalog;
using Pipeline.Catalog.Json;
using Pipeline.Testing;

namespace Pipeline.Engine.Tests.Faults;

/// <summary>The sample's catalog and deliveries.</summary>
internal static class Retail
{
    public static CompiledCatalog Catalog { get; } = CatalogCompletion.Complete(CatalogJson.ReadManifest(File.ReadAllText(RepositoryRoot.File("samples", "RetailModel", "sql", "manifest.json"))));

    public static IReadOnlyList<(string Folder, DateTime At)> Deliveries { get; } =
    [
        (RepositoryRoot.File("samples", "RetailModel", "data", "2024-01-15T06-00"), new(2024, 1, 15, 6, 0, 0)),
        (RepositoryRoot.File("samples", "RetailModel", "data", "2024-01-16T06-00"), new(2024, 1, 16, 6, 0, 0)),
    ];

    public static FaultModel Model { get; } = new(Catalog, Deliveries, hasLedger: true);

    public static IReadOnlyList<TaskObject> Tasks => Model.Tasks;

    public static string Rows(LocalPipeline pipeline) => Model.Rows(pipeline);
}
