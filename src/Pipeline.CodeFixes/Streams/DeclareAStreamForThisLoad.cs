using System.Globalization;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Pipeline.CodeFixes.Editing;
using Pipeline.Generators.Rules;

namespace Pipeline.CodeFixes.Streams;

/// <summary>A load that shares a stream gets one of its own, beside the first.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeclareAStreamForThisLoad))]
[Shared]
public sealed class DeclareAStreamForThisLoad() : ModelFix(RuleIds.StreamHasOneConsumer)
{
    private protected override SourceEdit? Find(Place place)
    {
        if (place.Node.FirstAncestorOrSelf<ParameterSyntax>()?.Type is not { } written || place.Class is not { } reader) return null;
        if (place.Model.GetTypeInfo(written, place.Cancellation).Type is not INamedTypeSymbol { BaseType.TypeArguments: [var source] } stream) return null;
        if (stream.DeclaringSyntaxReferences.Select(r => r.GetSyntax(place.Cancellation)).OfType<ClassDeclarationSyntax>().FirstOrDefault()?.Attribute("Stream") is not { } kind) return null;

        var name = FreeName($"{source.Name}For{reader.Identifier.ValueText}Stream", place.Model, reader.SpanStart);
        var declared = $"[{kind}] public sealed class {name} : Stream<{source.ToMinimalDisplayString(place.Model, reader.SpanStart)}>;\n";
        return new($"Declare '{name}' for '{reader.Identifier.ValueText}'", new TextChange(new(reader.GetFirstToken().SpanStart, 0), declared), new TextChange(written.Span, name));
    }

    private static string FreeName(string name, SemanticModel model, int position)
    {
        var free = name;
        for (var i = 2; model.LookupNamespacesAndTypes(position, name: free).Length > 0; i++) free = name + i.ToString(CultureInfo.InvariantCulture);
        return free;
    }
}
