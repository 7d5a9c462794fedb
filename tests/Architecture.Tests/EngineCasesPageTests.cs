using System.Text.RegularExpressions;
using Pipeline.Testing;

namespace Architecture.Tests;

/// <summary>The page of the local engine's cases has them all, and the tests that it names are there.</summary>
public sealed partial class EngineCasesPageTests
{
    private static readonly string[] Lines =
        [.. File.ReadAllLines(RepositoryRoot.File("docs", "reference", "engine-cases.md")).Where(l => l.StartsWith("| L", StringComparison.Ordinal))];

    [Fact]
    public void Each_case_has_a_line() => Assert.Equal(Enumerable.Range(1, 29).Select(n => $"L{n:00}"), Lines.Select(l => l.Split('|')[1].Trim()));

    [Fact]
    public void Each_case_names_a_test() => Assert.All(Lines, line => Assert.Matches(TestName(), line));

    [Fact]
    public void Each_test_that_is_named_is_there() => Assert.All(
        Lines.SelectMany(l => TestName().Matches(l)).Select(m => (Class: m.Groups[1].Value, Test: m.Groups[2].Value)),
        name => Assert.True(
            Directory.EnumerateFiles(RepositoryRoot.File("tests"), name.Class + ".cs", SearchOption.AllDirectories)
                .Any(f => File.ReadAllText(f).Contains($" {name.Test}(", StringComparison.Ordinal)),
            $"There is no test {name.Class}.{name.Test}."));

    [GeneratedRegex(@"`(\w+(?:Tests|Properties))\.(\w+)`")]
    private static partial Regex TestName();
}
