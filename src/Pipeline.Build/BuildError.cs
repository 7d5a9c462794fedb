namespace Pipeline.Build;

/// <summary>What stops the build: a code to look up, the file to open, and what to do.</summary>
public sealed record BuildError(string Code, string? File, int Line, int Column, string Message)
{
    public BuildError(string code, string message)
        : this(code, null, 0, 0, message)
    {
    }
}
