using System.Runtime.CompilerServices;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Xunit.Sdk;

namespace Pipeline.Testing;

/// <summary>An expected text too long for the test itself: it lies beside the test as <c>NAME.verified.sql</c> and is read like code.</summary>
/// <remarks>
/// A missing or different file fails and leaves <c>NAME.received.sql</c> to look at. <c>PIPELINE_ACCEPT=1 dotnet test</c> writes what
/// was received over what was expected; the diff of the commit is then what is reviewed.
/// </remarks>
public static class VerifiedFile
{
    private const string AcceptVariable = "PIPELINE_ACCEPT";

    public static void ShouldHold(string name, string received, string extension = "sql", [CallerFilePath] string test = "")
    {
        var folder = FolderOf(test);
        var verified = Path.Combine(folder, $"{name}.verified.{extension}");
        var unexpected = Path.Combine(folder, $"{name}.received.{extension}");
        var expected = File.Exists(verified) ? File.ReadAllText(verified) : null;
        File.Delete(unexpected);
        if (expected == received) return;

        if (Environment.GetEnvironmentVariable(AcceptVariable) == "1")
        {
            File.WriteAllText(verified, received);
            return;
        }

        File.WriteAllText(unexpected, received);
        throw new XunitException(expected is null
            ? $"{Path.GetFileName(verified)} isn't there. Read the .received file; {AcceptVariable}=1 accepts it."
            : $"{Path.GetFileName(verified)} differs; {AcceptVariable}=1 accepts what was received.\n{Diff(expected, received)}");
    }

    private static string Diff(string expected, string received) => string.Join("\n", InlineDiffBuilder.Diff(expected, received).Lines
        .Where(l => l.Type is ChangeType.Inserted or ChangeType.Deleted)
        .Select(l => (l.Type == ChangeType.Inserted ? "+ " : "- ") + l.Text));

    // A build for CI maps the root of the sources to "/_/", so that it is the same everywhere.
    private static string FolderOf(string test) => Path.GetDirectoryName(
        test.StartsWith("/_/", StringComparison.Ordinal) ? RepositoryRoot.File(test[3..]) : test)!;
}
