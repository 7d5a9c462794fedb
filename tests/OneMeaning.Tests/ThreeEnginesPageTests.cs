using System.Text.RegularExpressions;
using Pipeline.Testing;

namespace OneMeaning.Tests;

/// <summary>The page of three engines names tests: they are there.</summary>
public sealed partial class ThreeEnginesPageTests
{
    private static readonly string Page = File.ReadAllText(RepositoryRoot.File("docs/reference/three-engines.md"));

    [Fact]
    public void Each_difference_that_is_closed_names_a_test() => Assert.All(
        ClosedLines(), line => Assert.Matches(TestName(), line.Split('|')[^2]));

    [Fact]
    public void Each_test_that_is_named_is_there() => Assert.All(
        TestName().Matches(Page).Select(m => (Class: m.Groups[1].Value, Test: m.Groups[2].Value)).Distinct(),
        name => Assert.True(
            Directory.EnumerateFiles(RepositoryRoot.File("tests"), name.Class + ".cs", SearchOption.AllDirectories).Any(f => File.ReadAllText(f).Contains($" {name.Test}(", StringComparison.Ordinal)),
            $"there is no {name.Class}.{name.Test}"));

    [Fact]
    public void Each_difference_that_a_test_shows_is_on_the_page() => Assert.All(
        typeof(DifferencesByNatureTests).GetMethods().Where(m => m.IsDefined(typeof(FactAttribute), false)).Select(m => m.Name).Except(Elsewhere),
        name => Assert.Contains(name, Page, StringComparison.Ordinal));

    // What they show is a line of the tables of C# or is said there in other words.
    private static readonly string[] Elsewhere = ["Whole_numbers_have_room_for_one_more", "Guids_are_the_same_in_any_case"];

    private static IEnumerable<string> ClosedLines() =>
        Page[Page.IndexOf("## Closed", StringComparison.Ordinal)..Page.IndexOf("## Not closed", StringComparison.Ordinal)].Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(1);

    [GeneratedRegex(@"`(\w+Tests)\.(\w+)`")]
    private static partial Regex TestName();
}
