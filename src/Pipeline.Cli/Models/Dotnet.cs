using System.Diagnostics;

namespace Pipeline.Cli.Models;

/// <summary>Calls of the <c>dotnet</c> command.</summary>
internal static class Dotnet
{
    /// <returns>Whether it succeeded, and what it wrote; of a failure what it wrote of errors too.</returns>
    /// <exception cref="FailureException">There is no <c>dotnet</c>.</exception>
    public static (bool Succeeded, string Text) Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new FailureException("'dotnet' can't be started; it builds the model, so install the .NET 10 SDK and put it on the path.");
        var errors = process.StandardError.ReadToEndAsync();
        var text = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode == 0, process.ExitCode == 0 ? text : text + errors.Result);
    }

    /// <summary>Builds a project, and says only what is wrong with it.</summary>
    public static (bool Succeeded, string Text) Build(string project) => Run("build", project, "--nologo", "-v", "quiet", "-clp:NoSummary");
}
