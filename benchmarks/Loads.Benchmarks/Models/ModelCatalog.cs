using System.Reflection;
using Pipeline.Catalog;
using Pipeline.Catalog.Json;
using Pipeline.Model;

namespace Loads.Benchmarks.Models;

/// <summary>The models of this project as the generator compiled them.</summary>
internal static class ModelCatalog
{
    /// <summary>The wide dimension.</summary>
    public static CompiledCatalog Members { get; } = Of(["MEMBERS"]);

    /// <summary>The warehouse of sales.</summary>
    public static CompiledCatalog Sales { get; } = Of(["LANDING", "STAGING", "CURATED", "ANALYTICS"]);

    private static CompiledCatalog Of(string[] schemas) => new(
        typeof(ModelCatalog).Assembly.GetCustomAttributes<CatalogPartAttribute>()
            .Where(p => p.Name.Length > 0)
            .Select(p => CatalogJson.ReadObject(p.Json))
            .Where(o => o.Name.Schema is { } schema ? schemas.Contains(schema) : o is not SchemaObject || schemas.Contains(o.Name.Name))
            .ToEquatableArray());
}
