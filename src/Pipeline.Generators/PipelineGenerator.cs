using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Catalog;
using Pipeline.Generators.Emitting;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators;

/// <summary>Reads the classes of a model and leaves the catalog in the compiled assembly. It runs in builds, not while typing.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class PipelineGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var isModel = context.CompilationProvider.Select((c, _) => c.GetTypeByMetadataName(CatalogEmitter.PartAttribute) is not null);
        var objects = context.CompilationProvider.Select((_, _) => EquatableArray.Create<CatalogObject>([]));
        foreach (var kind in ObjectReader.Kinds)
        {
            objects = ReadEach(context, kind).Collect().Combine(objects)
                .Select((both, _) => both.Left.OfType<CatalogObject>().Concat(both.Right).ToEquatableArray());
        }

        var catalog = objects.Select((all, _) => all.OrderBy(o => o.Name.ToString(), StringComparer.Ordinal).ThenBy(o => o.ClassName, StringComparer.Ordinal).ToEquatableArray())
            .WithTrackingName(Steps.BuildCatalog);

        context.RegisterImplementationSourceOutput(catalog.Combine(isModel), (output, both) =>
        {
            if (both.Right) CatalogEmitter.Emit(output, both.Left);
        });
    }

    private static IncrementalValuesProvider<CatalogObject?> ReadEach(IncrementalGeneratorInitializationContext context, string kind) =>
        context.SyntaxProvider.ForAttributeWithMetadataName(
                KindAttributes.MetadataName(kind),
                static (node, _) => node is ClassDeclarationSyntax,
                static (match, cancellation) => match.TargetSymbol is INamedTypeSymbol type ? ObjectReader.Read(type, match.SemanticModel.Compilation, cancellation).Object : null)
            .WithTrackingName(Steps.Read(kind));
}
