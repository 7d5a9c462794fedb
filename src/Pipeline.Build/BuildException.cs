namespace Pipeline.Build;

/// <summary>The build can't go on; its errors say why.</summary>
public sealed class BuildException(IReadOnlyList<BuildError> errors) : Exception(string.Join("\n", errors.Select(e => e.Message)))
{
    public BuildException(BuildError error)
        : this([error])
    {
    }

    public IReadOnlyList<BuildError> Errors { get; } = errors;

    /// <summary>What is to be said beside them.</summary>
    public IReadOnlyList<BuildError> Warnings { get; init; } = [];
}
