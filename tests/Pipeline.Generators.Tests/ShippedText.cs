using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Pipeline.Catalog;
using Pipeline.Catalog.Json;

namespace Pipeline.Generators.Tests;

/// <summary>A committed manifest, as the targets give it to the compiler of an editor.</summary>
internal sealed partial class ShippedText(string manifest, string accepted = "") : AnalyzerConfigOptionsProvider
{
    private const string Name = "sql/manifest.json";

    public SourceText Text { get; } = SourceText.From(manifest);

    public AnalyzerOptions Options => new([new File(Text)], this);

    public override AnalyzerConfigOptions GlobalOptions => new Values(new() { ["build_property._PipelineAcceptedLoss"] = accepted });

    /// <summary>The manifest of a model that was built.</summary>
    public static ShippedText Of(string model, string accepted = "") => new(CatalogJson.WriteManifest(
        CatalogCompletion.Complete(new(CompiledModel.Of("#pragma warning disable CS8618, CS8602, CS8620\n" + model).Objects.ToEquatableArray()))), accepted);

    /// <summary>What the page of a rule says was shipped; null where it says nothing.</summary>
    public static string? OfPage(string page) => Shipped().Match(page) is { Success: true } shipped ? shipped.Groups[1].Value : null;

    /// <summary>What the analyzer of what was shipped says of a model.</summary>
    public IReadOnlyList<Diagnostic> Told(string model) => Told(ModelText.Compile("#pragma warning disable CS8618, CS8602, CS8620\n" + model));

    public IReadOnlyList<Diagnostic> Told(Compilation compilation) =>
        [.. ModelText.Analyze(compilation, Options, new BaselineAnalyzer()).Where(d => d.Id.StartsWith("PL", StringComparison.Ordinal) || d.Id == "AD0001")];

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Values([]);

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Values(new() { ["build_metadata.AdditionalFiles.PipelineShippedAs"] = Name });

    [GeneratedRegex("```cs\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Shipped();

    private sealed class File(SourceText text) : AdditionalText
    {
        public override string Path => Name;

        public override SourceText GetText(CancellationToken cancellationToken = default) => text;
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }
}
