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

    private static (DiagnosticDescriptor, string, IReadOnlyList<Diagnostic>) Of(DiagnosticDescriptor rule)
    {
        var page = File.ReadAllText(RepositoryRoot.File("docs", "rules", rule.Id + ".md")).ReplaceLineEndings("\n");
        var sample = Sample().Match(page).Groups[1].Value;
        var options = ShippedText.OfPage(page) is { } shipped ? ShippedText.Of(shipped).Options : new AnalyzerOptions([]);
        var told = ModelText.Analyze(ModelText.Compile("#pragma warning disable CS8618, CS8602, CS8620\n" + sample), options, new ModelAnalyzer(), new BaselineAnalyzer());
        return (rule, sample, [.. told.Where(d => d.Id == rule.Id).OrderBy(d => d.Location.SourceSpan.Start)]);
    }

    // The piece of code under the squiggle, on one line.
    private static string At(Diagnostic told) => Space().Replace(told.Location.SourceTree!.GetText().ToString(told.Location.SourceSpan), " ");

    private static string Cell(string code) => "`" + (code.Length > 70 ? code[..67] + ".." : code).Replace("|", "\\|", StringComparison.Ordinal) + "`";

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Sample();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
