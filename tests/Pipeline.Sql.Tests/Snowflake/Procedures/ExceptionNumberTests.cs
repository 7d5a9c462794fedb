using System.Globalization;
using System.Text.RegularExpressions;
using Pipeline.Catalog;
using Pipeline.Testing;

namespace Pipeline.Sql.Tests;

/// <summary>Whoever meets a number in the query history knows by it what happened.</summary>
public sealed partial class ExceptionNumberTests
{
    private static readonly string[] Models = ["samples/RetailModel", "tests/FactKinds", "tests/OnlineRetail", "tests/Language", "tests/TpcH"];

    [Fact]
    public void Number_stands_for_one_exception()
    {
        var templates = Directory.EnumerateFiles(RepositoryRoot.File("src/Pipeline.Sql/Snowflake"), "*.sql", SearchOption.AllDirectories);
        var shared = templates.Concat(Committed()).SelectMany(Exceptions).Where(e => e.Number is > -20100 or <= -20900).Distinct()
            .GroupBy(e => e.Number).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(e => e.Name))}");
        Assert.Empty(shared);
    }

    [Fact]
    public void Block_has_no_number_twice()
    {
        var files = Committed().Select(f => (File: f, Exceptions: Exceptions(f).ToList())).Where(f => f.Exceptions.Count > 1).ToList();
        Assert.NotEmpty(files);
        Assert.All(files, f => Assert.True(f.Exceptions.Select(e => e.Number).Distinct().Count() == f.Exceptions.Count, f.File));
    }

    [Fact]
    public void Numbers_are_those_that_Snowflake_takes() =>
        Assert.All(Committed().SelectMany(Exceptions), e => Assert.InRange(e.Number, -20999, -20000));

    [Fact]
    public void Ranges_of_expectations_and_checks_do_not_meet()
    {
        var numbers = Enumerable.Range(0, 400).SelectMany(i => new[] { ExceptionNumber.OfExpectation(i), ExceptionNumber.OfCheck(i) }).ToList();
        Assert.Equal(800, numbers.Distinct().Count());
        Assert.All(numbers, n => Assert.InRange(n, -20899, -20100));
        Assert.InRange(ExceptionNumber.OfCheck(100_000), -20899, -20500);
    }

    // One file holds one block; the scripts that hold all of them are left out.
    private static IEnumerable<string> Committed() => Models.SelectMany(m => Directory.EnumerateFiles(RepositoryRoot.File(m + "/sql"), "*.sql", SearchOption.AllDirectories)
        .Where(f => Path.GetDirectoryName(f) != RepositoryRoot.File(m + "/sql")));

    private static IEnumerable<(int Number, string Name)> Exceptions(string file) => Declared().Matches(File.ReadAllText(file))
        .Select(m => (int.Parse(m.Groups["number"].Value, CultureInfo.InvariantCulture), m.Groups["name"].Value));

    [GeneratedRegex(@"(?<name>\w+) EXCEPTION \((?<number>-\d+)")]
    private static partial Regex Declared();
}
