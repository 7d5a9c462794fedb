using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace SqlJudges.Tests.Judges;

/// <summary>A parser of Snowflake's SQL that this project didn't write, as a process that answers line by line.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Version">The one version whose gaps are known.</param>
/// <param name="Script">The script that drives it, beside the tests.</param>
/// <param name="Hosts">What may run the script; the first that has the parser does.</param>
internal sealed record SqlJudge(string Name, string Version, string Script, params string[] Hosts)
{
    /// <summary>sqlfluff's grammar, from the Debian package; that one lives with Debian's own Python.</summary>
    public static SqlJudge Sqlfluff { get; } = new("sqlfluff", "1.4.5", "judge_by_sqlfluff.py", "/usr/bin/python3", "python3");

    /// <summary>sqlparser-rs, as WebAssembly from npm.</summary>
    public static SqlJudge Sqlparser { get; } = new("sqlparser-ts", "0.62.0", "judge-by-sqlparser.mjs", "node");

    /// <summary>What it finds wrong with each statement, or null where it accepts it; null if it isn't installed.</summary>
    public async Task<IReadOnlyList<string?>?> JudgeAsync(IReadOnlyList<string> statements)
    {
        foreach (var host in Hosts)
        {
            if (await JudgeAsync(host, statements) is { } faults)
            {
                return faults;
            }
        }

        return null;
    }

    private async Task<IReadOnlyList<string?>?> JudgeAsync(string host, IReadOnlyList<string> statements)
    {
        using var process = Start(host);
        if (process is null)
        {
            return null;
        }

        // Read while writing: a full pipe on either side would stop both.
        var complaints = process.StandardError.ReadToEndAsync();
        var answers = ReadAsync(process.StandardOutput);
        await WriteAsync(process.StandardInput, statements);
        var (version, faults) = await answers;
        await process.WaitForExitAsync();
        if (version != Version)
        {
            return null;
        }

        return process.ExitCode == 0 && faults.Count == statements.Count
            ? faults
            : throw new InvalidOperationException(
                $"{Name} judged {faults.Count} of {statements.Count} statements and ended with {process.ExitCode}: {await complaints}");
    }

    private Process? Start(string host)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(host, [RepositoryFolder.Of($"tests/SqlJudges.Tests/judges/{Script}")])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            });
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static async Task WriteAsync(StreamWriter input, IReadOnlyList<string> statements)
    {
        try
        {
            foreach (var statement in statements)
            {
                await input.WriteAsync(JsonSerializer.Serialize(statement) + "\n");
            }

            input.Close();
        }
        catch (IOException)
        {
            // The script ended before it read anything: its parser isn't installed, which the missing version tells.
        }
    }

    private static async Task<(string? Version, IReadOnlyList<string?> Faults)> ReadAsync(StreamReader output)
    {
        if (await output.ReadLineAsync() is not { } first)
        {
            return (null, []);
        }

        var faults = new List<string?>();
        while (await output.ReadLineAsync() is { } line)
        {
            faults.Add(JsonDocument.Parse(line).RootElement.GetProperty("fault").GetString());
        }

        return (JsonDocument.Parse(first).RootElement.GetProperty("version").GetString(), faults);
    }
}
