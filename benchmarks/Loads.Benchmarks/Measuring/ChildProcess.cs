using System.Diagnostics;

namespace Loads.Benchmarks.Measuring;

/// <summary>Runs a task in a process of its own, so that its peak memory is its own.</summary>
internal static class ChildProcess
{
    /// <returns>The last line that it printed.</returns>
    public static string Run(params string[] task)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in new[] { typeof(ChildProcess).Assembly.Location, "child" }.Concat(task)) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output.TrimEnd().Split('\n')[^1]
            : throw new BenchmarkException($"{string.Join(' ', task)} failed with exit code {process.ExitCode}.");
    }
}
