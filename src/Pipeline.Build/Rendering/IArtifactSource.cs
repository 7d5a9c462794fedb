namespace Pipeline.Build.Rendering;

/// <summary>Makes the files of a catalog.</summary>
public interface IArtifactSource
{
    /// <summary>Changes whenever the same catalog could give other files.</summary>
    string Version { get; }

    /// <exception cref="BuildException">The catalog can't be rendered.</exception>
    IReadOnlyList<RenderedFile> Render(RenderRequest request);
}
