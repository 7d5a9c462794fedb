using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Testing;

namespace Pipeline.Generators.Tests.Rules;

/// <summary>Each rule has a page whose first sample breaks it and whose second doesn't: the page can't lie.</summary>
public sealed class RulePagesTests
{
    // Nothing that is known breaks PL0602: it stands for what nobody has thought of. No code breaks PL0824.
    public static TheoryData<string> Rules => [.. ModelText.Rules.Select(d => d.Id).Where(id => id is not ("PL0602" or "PL0824"))];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Page_shows_code_that_breaks_the_rule_and_code_that_does_not(string rule)
    {
        var page = File.ReadAllText(RepositoryRoot.File("docs", "rules", rule + ".md")).ReplaceLineEndings("\n");
        var descriptor = ModelText.Rules.Single(d => d.Id == rule);
        Assert.StartsWith($"# {rule}: {descriptor.Title}\n", page);
        var samples = Regex.Matches(page, "```csharp\n(.*?)```", RegexOptions.Singleline).Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(2, samples.Count);
        Assert.Equal([rule], Broken(samples[0], ShippedText.OfPage(page)));
        Assert.Empty(Broken(samples[1], ShippedText.OfPage(page)));
    }

    [Fact]
    public void Release_notes_name_every_rule() => Assert.Equal(
        ModelText.Rules.Select(d => $"{d.Id} | {d.Category} | {d.DefaultSeverity} | {d.Title}"),
        File.ReadAllLines(RepositoryRoot.File("src", "Pipeline.Generators", "AnalyzerReleases.Unshipped.md")).Where(l => l.StartsWith("PL", StringComparison.Ordinal)));

    [Fact]
    public void Table_of_rules_is_made_of_the_rules()
    {
        var table = "# Rules\n\nEach rule shows while typing and has a page: why, code that breaks it, code that doesn't. Tests compile both samples of every page; [messages](messages.md) lists what each says.\n"
            + "An error also keeps the object from being written, whatever `.editorconfig` says of it; a warning or a suggestion can be given another severity there:\n"
            + "`dotnet_diagnostic.PL0802.severity = none`. This table is made from the rules: `PIPELINE_ACCEPT=1 dotnet test tests/Pipeline.Generators.Tests --filter RulePages`.\n\n"
            + "| rule | what is wrong | |\n|---|---|---|\n"
            + string.Concat(ModelText.Rules.Select(d => $"| [{d.Id}]({d.Id}.md) | {d.Title} | {(d.DefaultSeverity == DiagnosticSeverity.Info ? "suggestion" : d.DefaultSeverity.ToString().ToLowerInvariant())} |\n"));
        var file = RepositoryRoot.File("docs", "rules", "README.md");
        if (Environment.GetEnvironmentVariable("PIPELINE_ACCEPT") == "1") File.WriteAllText(file, table);
        Assert.Equal(table, File.ReadAllText(file).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Problem_is_shown_at_the_smallest_piece_of_code()
    {
        var problem = Assert.Single(ModelText.Analyze(ModelText.Compile("""
            #pragma warning disable CS8618
            [Schema] public sealed class S;
            [Table<S>] public sealed class A { public string Name { get; init; } }
            [View<S>] public sealed class V { public string Upper { get; init; } [Define] static Query<V> Of(Query<A> rows) => from r in rows select new V { Upper = r.Name.ToUpper() }; }
            """), new ModelAnalyzer()), d => d.Id.StartsWith("PL", StringComparison.Ordinal));
        Assert.Equal("r.Name.ToUpper()", problem.Location.SourceTree!.GetText().ToString(problem.Location.SourceSpan));
    }

    // A page needs no usings and no pragma for columns that nothing sets.
    private static string[] Broken(string sample, string? shipped)
    {
        var options = shipped is null ? new AnalyzerOptions([]) : ShippedText.Of(shipped).Options;
        var diagnostics = ModelText.Analyze(ModelText.Compile("#pragma warning disable CS8618, CS8602, CS8620\n" + sample), options, new ModelAnalyzer(), new BaselineAnalyzer());
        Assert.DoesNotContain(diagnostics, d => d is { Severity: DiagnosticSeverity.Error, IsSuppressed: false } && d.Id.StartsWith("CS", StringComparison.Ordinal) && d.Id != "CS0246");
        return [.. diagnostics.Where(d => d.Id.StartsWith("PL", StringComparison.Ordinal)).Select(d => d.Id).Distinct()];
    }
}
