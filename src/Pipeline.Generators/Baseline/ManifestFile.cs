using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Pipeline.Catalog.Baseline;

namespace Pipeline.Generators.Baseline;

/// <summary>The committed manifest as the project gives it to the compiler, with the losses that the project accepts.</summary>
/// <param name="File">The file.</param>
/// <param name="Name">How messages name it.</param>
/// <param name="Accepted">The losses that are accepted, by name.</param>
internal sealed record ManifestFile(AdditionalText File, string Name, ImmutableHashSet<string> Accepted)
{
    /// <summary>The manifest among the files of the project; null where nothing was shipped.</summary>
    public static ManifestFile? Of(AnalyzerOptions options)
    {
        foreach (var file in options.AdditionalFiles)
        {
            var provider = options.AnalyzerConfigOptionsProvider;
            if (!provider.GetOptions(file).TryGetValue("build_metadata.AdditionalFiles.PipelineShippedAs", out var name) || name.Length == 0) continue;
            var accepted = provider.GlobalOptions.TryGetValue("build_property._PipelineAcceptedLoss", out var losses) ? losses : "";
            return new(file, name, AcceptedLoss.Read(accepted).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase));
        }

        return null;
    }

    public bool Accepts(Loss loss) => Accepted.Contains(loss.Accepted);

    /// <summary>The line where the manifest has an object of this name; its first line where there is none.</summary>
    public Location Line(SourceText text, string name)
    {
        var line = text.Lines.FirstOrDefault(l => l.ToString().Contains($"\"name\": \"{name}\""));
        return Location.Create(File.Path, line.Span, text.Lines.GetLinePositionSpan(line.Span));
    }
}
