using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Testing;

namespace Pipeline.Generators.Tests.Rules;

/// <summary>What a user reads: the message of each rule for the sample that breaks it, in one list.</summary>
public sealed partial class MessagesPageTests
{
    private static readonly Lazy<IReadOnlyList<(DiagnosticDescriptor Rule, string Sample, IReadOnlyList<Diagnostic> Told)>> Pages = new(() =>
        [.. ModelText.Rules.Where(r => r.Id is not ("PL0602" or "PL0824")).Select(Of)]);

    // PIPELINE_ACCEPT=1 writes the page anew.
    [Fact]
    public void Page_of_the_messages_is_made_of_the_rules_samples()
    {
        var page = "# Messages\n\nWhat each rule says of the sample that breaks it, on [its page](README.md): the object by its own name, what is wrong, the way out.\n"
            + "This page is made from the rules: `PIPELINE_ACCEPT=1 dotnet test tests/Pipeline.Generators.Tests --filter MessagesPage`.\n\n"
            + "| rule | at | message |\n|---|---|---|\n"
            + string.Concat(Pages.Value.SelectMany(p => p.Told).Select(d => $"| [{d.Id}]({d.Id}.md) | {Cell(At(d))} | {d.GetMessage(CultureInfo.InvariantCulture).Replace("|", "\\|", StringComparison.Ordinal)} |\n"));
        var file = RepositoryRoot.File("docs", "rules", "messages.md");
        if (Environment.GetEnvironmentVariable("PIPELINE_ACCEPT") == "1") File.WriteAllText(file, page);
        Assert.Equal(page, File.ReadAllText(file).ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Message_names_what_the_sample_says_and_tells_the_way_out() => Assert.All(Pages.Value, page =>
    {
        Assert.NotEmpty(page.Told);
        Assert.All(page.Told, told =>
        {
            var message = told.GetMessage(CultureInfo.InvariantCulture);
            Assert.Null(MessageForm.Lack(message));
            Assert.Contains(Quoted().Matches(message), name => page.Sample.Contains(name.Groups[1].Value.Split('.')[^1], StringComparison.Ordinal));
        });
    });

    [Fact]
    public void Link_of_a_rule_leads_to_its_page() => Assert.All(ModelText.Rules, rule =>
    {
        Assert.EndsWith($"docs/rules/{rule.Id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
        Assert.True(File.Exists(RepositoryRoot.File("docs", "rules", rule.Id + ".md")));
    });

    private static (DiagnosticDescriptor, string, IReadOnlyList<Diagnostic>) Of(DiagnosticDescriptor rule)
    {
        var page = File.ReadAllText(RepositoryRoot.File("docs", "rules", rule.Id + ".md")).ReplaceLineEndings("\n");
        var sample = Sample().Match(page).Groups[1].Value;
        var shipped = ShippedText.OfPage(page);
        var options = shipped is not null ? ShippedText.Of(shipped).Options : new AnalyzerOptions([]);
        var told = ModelText.Analyze(ModelText.Compile("#pragma warning disable CS8618, CS8602, CS8620\n" + sample), options, new ModelAnalyzer(), new BaselineAnalyzer());
        return (rule, shipped + sample, [.. told.Where(d => d.Id == rule.Id).OrderBy(d => d.Location.SourceSpan.Start)]);
    }

    // The piece of code under the squiggle, on one line.
    private static string At(Diagnostic told) => Space().Replace(told.Location.SourceTree!.GetText().ToString(told.Location.SourceSpan), " ");

    private static string Cell(string code) => "`" + (code.Length > 70 ? code[..67] + ".." : code).Replace("|", "\\|", StringComparison.Ordinal) + "`";

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Sample();

    // Not what stands between the apostrophes of two words.
    [GeneratedRegex(@"(?<!\w)'([^']+)'(?!\w)")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
