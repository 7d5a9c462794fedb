namespace Pipeline.Cli;

/// <summary>What the command's exit code says; stable, for scripts.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Ok = 0;

    /// <summary>A task failed, or the model can't be built.</summary>
    public const int Failed = 1;

    /// <summary>The command line, a file or a folder isn't what it must be; nothing was done.</summary>
    public const int Usage = 2;
}
