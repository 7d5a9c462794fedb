namespace Pipeline.Build.Rendering;

/// <summary>The files as the SQL room renders them.</summary>
internal sealed class SqlArtifactSource : IArtifactSource
{
    public string Version => "none";

    public IReadOnlyList<RenderedFile> Render(RenderRequest request) =>
        throw new BuildException(new BuildError(BuildErrorCodes.Rendering, "no SQL"));
}
