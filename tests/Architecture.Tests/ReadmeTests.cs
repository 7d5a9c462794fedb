using System.Text.RegularExpressions;

namespace Architecture.Tests;

/// <summary>The documentation shows what is, not what was once pasted.</summary>
public sealed partial class ReadmeTests
{
    private const string Sample = "samples/RetailModel/";

    [Theory]
    [InlineData("csharp", ".cs")]
    [InlineData("sql", ".sql")]
    public void Code_on_the_front_page_is_the_sample_s_own(string language, string extension)
    {
        var files = Repository.Files.Where(f => f.StartsWith(Sample, StringComparison.Ordinal) && f.EndsWith(extension, StringComparison.Ordinal))
            .Select(f => Place().Replace(Repository.Read(f), "")).ToList();
        var pieces = Blocks(language).SelectMany(b => Elision().Split(b)).Select(p => p.Trim('\n')).ToList();
        Assert.NotEmpty(pieces);
        Assert.All(pieces, p => Assert.Contains(files, f => f.Contains(p)));
    }

    [Fact]
    public void Links_of_the_documentation_lead_somewhere()
    {
        var broken = from page in Repository.Files.Where(f => f.EndsWith(".md", StringComparison.Ordinal))
                     from link in Link().Matches(Repository.Read(page)).Select(m => m.Groups["target"].Value)
                     where !link.Contains("://") && !link.StartsWith('#')
                     let target = Path.Combine(Repository.Root, Path.GetDirectoryName(page)!, link.Split('#')[0])
                     where !File.Exists(target) && !Directory.Exists(target)
                     select $"{page}: {link}";
        Assert.Empty(broken);
    }

    [Fact]
    public void Decision_is_listed_on_the_page_of_decisions()
    {
        var index = Repository.Read("docs/decisions/README.md");
        var decisions = Repository.Files.Where(f => f.StartsWith("docs/decisions/0", StringComparison.Ordinal)).Select(f => Path.GetFileName(f)!);
        Assert.All(decisions, d => Assert.Contains($"({d})", index));
    }

    private static IEnumerable<string> Blocks(string language) =>
        Regex.Matches(Repository.Read("README.md"), $"```{language}\n(.*?)```", RegexOptions.Singleline).Select(m => m.Groups[1].Value);

    /// <summary>A line that says that something is left out.</summary>
    [GeneratedRegex(@"^ *(//|--)? *\.\.\.\n", RegexOptions.Multiline)]
    private static partial Regex Elision();

    /// <summary>The line of C# that a comment names: it moves with every edit above it.</summary>
    [GeneratedRegex(@" \[[\w./]+\.cs:\d+\]$", RegexOptions.Multiline)]
    private static partial Regex Place();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
