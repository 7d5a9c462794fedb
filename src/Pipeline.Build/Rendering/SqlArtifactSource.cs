using Pipeline.Catalog.Json;

namespace Pipeline.Build.Rendering;

/// <summary>The files as the SQL room renders them.</summary>
internal sealed class SqlArtifactSource : IArtifactSource
{
    public string Version => "0";

    public IReadOnlyList<RenderedFile> Render(RenderRequest request) => [new("manifest.json", CatalogJson.WriteManifest(request.Catalog))];
}
