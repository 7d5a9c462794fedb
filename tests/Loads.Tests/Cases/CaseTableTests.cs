using System.Text.RegularExpressions;
using Pipeline.Testing;

namespace Loads.Tests.Cases;

/// <summary>The page of the cases names every case's tests, and no others.</summary>
public sealed partial class CaseTableTests
{
    private static readonly string Page = File.ReadAllText(RepositoryRoot.File("docs", "reference", "cdc-cases.md"));

    private static readonly string[] Tests = [.. typeof(CaseTableTests).Assembly.GetTypes().SelectMany(t => t.GetMethods()).Where(m => Numbered().IsMatch(m.Name)).Select(m => m.Name)];

    [Fact]
    public void Each_of_the_33_cases_has_a_row_and_a_test() => Assert.All(Enumerable.Range(1, 33), number =>
    {
        Assert.Contains($"\n| {number} | ", Page, StringComparison.Ordinal);
        Assert.Contains(Tests, t => t.StartsWith($"Case{number:d2}_", StringComparison.Ordinal));
    });

    [Fact]
    public void Tests_that_the_page_links_are_the_tests_that_there_are()
    {
        var linked = Row().Matches(Page).SelectMany(r => Link().Matches(r.Value).Select(l => $"Case{int.Parse(r.Groups["number"].Value, null):d2}_{l.Groups["test"].Value.Replace(' ', '_')} {l.Groups["file"].Value}"));
        var there = Tests.Select(t => $"{t} {FileOf(t)}");
        Assert.Equal(there.Order(StringComparer.Ordinal), linked.Order(StringComparer.Ordinal));
    }

    private static string FileOf(string test) => Path.GetRelativePath(RepositoryRoot.Path, Directory.EnumerateFiles(RepositoryRoot.File("tests", "Loads.Tests"), "*Tests.cs", SearchOption.AllDirectories)
        .Single(f => File.ReadAllText(f).Contains($" {test}(", StringComparison.Ordinal))).Replace('\\', '/');

    [GeneratedRegex(@"^Case\d\d_")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^\| (?<number>\d+) \| .*$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\[(?<test>[^\]]+)\]\(\.\./\.\./(?<file>tests/[^)]+)\)")]
    private static partial Regex Link();
}
