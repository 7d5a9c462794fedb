using Pipeline.Build.Baseline;
using Pipeline.Build.Reading;
using Pipeline.Build.Rendering;
using Pipeline.Catalog.Memory;

namespace Pipeline.Build;

/// <summary>What one run of the build works on.</summary>
/// <param name="Assembly">The compiled assembly of the model.</param>
/// <param name="Folder">The folder of the SQL.</param>
/// <param name="FolderName">The same, as messages name it.</param>
/// <param name="StateFile">Where the build keeps what it left.</param>
public sealed record ArtifactBuildRequest(string Assembly, string Folder, string FolderName, string StateFile)
{
    /// <summary>The project's folder, below which its seed files lie; null for none.</summary>
    public string? ProjectFolder { get; init; }

    /// <summary>The parts of the catalog, where they are at hand before there is an assembly.</summary>
    public IReadOnlyList<CatalogPart>? Parts { get; init; }

    /// <summary>The content of <c>pipeline.yml</c>; null where there is none.</summary>
    public byte[]? EnvironmentFile { get; init; }

    /// <summary>How messages name <c>pipeline.yml</c>.</summary>
    public string EnvironmentFileName { get; init; } = Environments.EnvironmentFile.DefaultName;

    /// <summary>The environment to render; null for the committed one.</summary>
    public string? Environment { get; init; }

    /// <summary>What is remembered from save to save, of one who renders again and again; null for what the last build left beside <see cref="StateFile"/>.</summary>
    public CatalogMemory? Memory { get; init; }

    /// <summary>What was shipped; null for the manifest in <see cref="Folder"/>.</summary>
    public ShippedManifest? Shipped { get; init; }

    /// <summary>The losses that are accepted, by name: <c>drop-column:CURATED.DIM_STORE.CITY</c>.</summary>
    public IReadOnlyList<string> AcceptedLosses { get; init; } = [];

    public IReadOnlyList<TemplateOverride> Templates { get; init; } = [];
}
