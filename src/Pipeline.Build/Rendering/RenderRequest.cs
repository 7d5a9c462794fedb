using Pipeline.Catalog;
using Pipeline.Catalog.Memory;
using Pipeline.Environments;

namespace Pipeline.Build.Rendering;

/// <summary>What is to be rendered.</summary>
/// <param name="Catalog">The model, of no environment.</param>
/// <param name="Bound">The same, of <paramref name="Environment"/>.</param>
public sealed record RenderRequest(
    CompiledCatalog Catalog, CompiledCatalog Bound, DeploymentEnvironment Environment, IReadOnlyList<TemplateOverride> Templates)
{
    /// <summary>Whether the environment is of a file, which then has a schema.</summary>
    public bool HasEnvironmentFile { get; init; }

    /// <summary>What is remembered of the last time, begun for this one.</summary>
    public CatalogMemory Memory { get; init; } = new();
}
