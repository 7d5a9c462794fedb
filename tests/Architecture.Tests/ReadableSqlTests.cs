using System.Text.RegularExpressions;
using Pipeline.Testing;

namespace Architecture.Tests;

/// <summary>What a reviewer of committed SQL is promised about its shape.</summary>
public sealed class ReadableSqlTests
{
    public static TheoryData<string> Models => ["samples/RetailModel", "tests/OnlineRetail", "tests/FactKinds", "tests/Language", "tests/Functions", "tests/TpcH"];

    [Theory]
    [MemberData(nameof(Models))]
    public void No_statement_selects_all_columns(string model) =>
        Assert.Empty(Found(Files(model, "*.sql"), @"SELECT\s+(DISTINCT\s+|ALL\s+)?\*|\w\.\*"));

    [Theory]
    [MemberData(nameof(Models))]
    public void An_alias_is_a_word(string model) =>
        Assert.Empty(Found(Files(model, "*.sql"), @"(FROM|JOIN) \S+ AS ([a-z]{1,2}|[a-z]+[0-9]+)\s"));

    [Theory]
    [MemberData(nameof(Models))]
    public void An_alias_is_numbered_only_beside_another_of_its_word(string model) => Assert.Empty(
        from file in Views(model)
        let text = File.ReadAllText(file)
        from Match alias in Regex.Matches(text, @"\bAS (?<word>[a-z_]+)_(?<number>[0-9]+)\s")
        where !Regex.IsMatch(text, $@"(\bAS {alias.Groups["word"].Value}\s)|((FROM|JOIN) {alias.Groups["word"].Value.ToUpperInvariant()}\s)")
        select $"{file}: {alias.Value}");

    // A step of the query is a common table; only a generated series, which has no name in C#, stands in FROM itself.
    [Theory]
    [MemberData(nameof(Models))]
    public void A_view_reads_no_subquery_in_FROM(string model) =>
        Assert.Empty(Found(Views(model), @"^\s*(FROM|(CROSS |LEFT |RIGHT |FULL )?JOIN) \(\s+SELECT (?!ROW_NUMBER|DATEADD)"));

    private static IEnumerable<string> Views(string model) => Files(model, "*.sql").Where(f => f.Contains("/views/", StringComparison.Ordinal));

    private static IEnumerable<string> Files(string model, string pattern) =>
        Directory.EnumerateFiles(RepositoryRoot.File(model, "sql"), pattern, SearchOption.AllDirectories).Select(f => f.Replace('\\', '/'));

    private static IEnumerable<string> Found(IEnumerable<string> files, string pattern) =>
        from file in files
        from Match match in Regex.Matches(WithoutComments(File.ReadAllText(file)), pattern, RegexOptions.Multiline)
        select $"{file}: {match.Value}";

    private static string WithoutComments(string sql) => Regex.Replace(sql, "--[^\n]*|'[^'\n]*'", "''");
}
