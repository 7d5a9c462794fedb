using System.Text.RegularExpressions;
using Pipeline.Testing;

namespace Pipeline.Generators.Tests.Rules;

/// <summary>The page of what Snowflake refuses names each of the 119 ways once, and rules that there are.</summary>
public sealed partial class CoveragePageTests
{
    private const int Ways = 119;
    private const int Points = 13;

    private static readonly string Page = File.ReadAllText(RepositoryRoot.File("docs", "rules", "coverage.md"));

    [Fact]
    public void Each_way_has_a_row_that_says_what_keeps_a_model_from_it()
    {
        var rows = Row().Matches(Page);
        Assert.Equal(Enumerable.Range(1, Ways), rows.Select(r => int.Parse(r.Groups["number"].Value, null)));
        Assert.All(rows, r => Assert.NotEqual("", r.Groups["kept"].Value.Trim()));
    }

    [Fact]
    public void Each_point_of_tables_and_ingestion_has_a_row() =>
        Assert.Equal(Enumerable.Range(1, Points), Point().Matches(Page).Select(r => int.Parse(r.Groups["number"].Value, null)));

    // What no compiler can tell of loads is a test on rows.
    [Theory]
    [InlineData("C", new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 18, 19, 20, 22, 23, 24, 25, 26, 27, 31, 32, 33 })]
    [InlineData("S", new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 })]
    public void Each_case_of_loads_that_a_compiler_can_tell_has_a_row(string letter, int[] cases) =>
        Assert.Equal(cases, Case().Matches(Page).Where(r => r.Groups["letter"].Value == letter).Select(r => int.Parse(r.Groups["number"].Value, null)));

    [Fact]
    public void Rules_that_it_names_exist()
    {
        var rules = ModelText.Rules.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        var links = Link().Matches(Page);
        Assert.NotEmpty(links);
        Assert.All(links, l =>
        {
            Assert.Contains(l.Groups["rule"].Value, rules);
            Assert.Equal(l.Groups["rule"].Value, l.Groups["page"].Value);
        });
    }

    [GeneratedRegex(@"^\| V(?<number>\d+) \| [^|]+ \| (?<kept>[^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^\| T(?<number>\d+) \| [^|]+ \| [^|]+ \|$", RegexOptions.Multiline)]
    private static partial Regex Point();

    [GeneratedRegex(@"^\| (?<letter>[CS])(?<number>\d+) \| [^|]+ \| [^|]+ \|$", RegexOptions.Multiline)]
    private static partial Regex Case();

    [GeneratedRegex(@"\[(?<rule>PL\d{4})\]\((?<page>PL\d{4})\.md\)")]
    private static partial Regex Link();
}
