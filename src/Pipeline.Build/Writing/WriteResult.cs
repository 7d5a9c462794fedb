namespace Pipeline.Build.Writing;

/// <summary>What became of the files; paths are below the folder, with '/'.</summary>
public sealed record WriteResult(IReadOnlyList<string> Written, IReadOnlyList<string> Removed, int Unchanged)
{
    public bool IsNothing => Written.Count == 0 && Removed.Count == 0;
}
