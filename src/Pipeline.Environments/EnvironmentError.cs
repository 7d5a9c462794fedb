namespace Pipeline.Environments;

/// <summary>What is wrong with the environment file, or with what the model asks of it, and where.</summary>
/// <param name="Line">From 1; 0 where no line of the file is to blame.</param>
public sealed record EnvironmentError(string File, int Line, int Column, string Message)
{
    public override string ToString() => Line == 0 ? $"{File}: {Message}" : $"{File}({Line},{Column}): {Message}";
}
