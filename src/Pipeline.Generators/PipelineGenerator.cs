using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Emitting;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators;

/// <summary>Reads the classes of a model and leaves the catalog in the compiled assembly. It runs in builds, not while typing.</summary>
/// <remarks>
/// The compiler would have each class read again after each edit. So reading remembers what it read, by file (<see cref="Reading.Memo.ReadingMemo"/>), and the
/// analyzer, which reads the same while typing, finds it there.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class PipelineGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var objects = context.CompilationProvider
            .Select((compilation, cancellation) => compilation.GetTypeByMetadataName(CatalogEmitter.PartAttribute) is null ? null : ModelReading.Of(compilation, cancellation))
            .Select((model, _) => model?.Objects)
            .WithTrackingName(Steps.ReadModel);

        // The sources of objects that stay the same stay as they are.
        var parts = objects.SelectMany((all, cancellation) => all is { } list ? CatalogEmitter.Sources(list, cancellation) : []).WithTrackingName(Steps.WriteParts);

        context.RegisterImplementationSourceOutput(objects.Select((all, _) => all?.Count), CatalogEmitter.EmitHeader);
        context.RegisterImplementationSourceOutput(parts, CatalogEmitter.Emit);
    }
}
