using System.Text.RegularExpressions;
using Pipeline.Testing;

namespace Architecture.Tests;

/// <summary>The pages of cases have them all, and the tests that they name are there.</summary>
public sealed partial class CasesPageTests
{
    [Theory]
    [InlineData("engine-cases.md", "L", 29)]
    [InlineData("compiler-cases.md", "G", 21)]
    public void Each_case_has_a_line_that_names_a_test(string page, string letter, int cases)
    {
        var lines = Lines(page);
        Assert.Equal(Enumerable.Range(1, cases).Select(n => $"{letter}{n:00}"), lines.Select(l => l.Split('|')[1].Trim()));
        Assert.All(lines, line => Assert.Matches(TestName(), line));
    }

    [Theory]
    [InlineData("engine-cases.md")]
    [InlineData("compiler-cases.md")]
    public void Each_test_that_is_named_is_there(string page) => Assert.All(
        Lines(page).SelectMany(l => TestName().Matches(l)).Select(m => (Class: m.Groups[1].Value, Test: m.Groups[2].Value)),
        name => Assert.True(
            Directory.EnumerateFiles(RepositoryRoot.File("tests"), name.Class + ".cs", SearchOption.AllDirectories)
                .Any(f => File.ReadAllText(f).Contains($" {name.Test}(", StringComparison.Ordinal)),
            $"There is no test {name.Class}.{name.Test}."));

    private static string[] Lines(string page) =>
        [.. File.ReadAllLines(RepositoryRoot.File("docs", "reference", page)).Where(l => CaseLine().IsMatch(l))];

    [GeneratedRegex(@"^\| [A-Z]\d\d \|")]
    private static partial Regex CaseLine();

    [GeneratedRegex(@"`(\w+(?:Tests|Properties))\.(\w+)`")]
    private static partial Regex TestName();
}
