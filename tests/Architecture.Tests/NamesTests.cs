using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>The list of the retail platform's names says what the sample has, no more and no less.</summary>
public sealed partial class NamesTests
{
    private static readonly IReadOnlyList<(string Name, string Class)> Names =
        [.. Row().Matches(Repository.Read("docs/names.md")).Select(m => (m.Groups["name"].Value, m.Groups["class"].Value)).Where(n => n.Item1 != "name")];

    private static readonly HashSet<(string Name, string Class)> Declared =
        [.. Object().Matches(Repository.Read("samples/RetailModel/sql/manifest.json")).Select(m => (m.Groups["name"].Value, m.Groups["class"].Value))];

    [Fact]
    public void Name_with_a_class_is_an_object_of_that_class() =>
        Assert.DoesNotContain(Names, n => n.Class != "-" && n.Class != "Ledger" && !Declared.Contains(n));

    [Fact]
    public void Name_without_a_class_is_not_there_yet()
    {
        var there = Declared.Select(d => d.Name).ToHashSet();
        Assert.DoesNotContain(Names, n => n.Class == "-" && there.Contains(n.Name));
    }

    [GeneratedRegex(@"^\| (?<name>\w+) \| [^|]+ \| (?<class>[\w-]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"""name"": ""(?:\w+\.)?(?<name>\w+)"",\s+""className"": ""Retail\.(?<class>\w+)""")]
    private static partial Regex Object();
}
