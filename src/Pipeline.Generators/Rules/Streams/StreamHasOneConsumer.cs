using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A stream feeds one load.</summary>
/// <remarks>
/// Reading a stream in a committed transaction moves its offset, so of two loads each would see only a part.
/// <see href="https://docs.snowflake.com/en/user-guide/streams-intro"/>
/// </remarks>
internal sealed class StreamHasOneConsumer : ModelRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.StreamHasOneConsumer,
        "A stream is read by more than one load",
        "'{0}' already reads '{1}'; declare a second stream on '{2}' for '{3}'");

    public override IEnumerable<ReadProblem> Check(ReadContext context)
    {
        var index = ModelIndex.Of(context.Compilation, context.Cancellation);
        foreach (var load in context.Methods("Load"))
        {
            foreach (var parameter in load.Parameters)
            {
                if (parameter.Type is not INamedTypeSymbol stream || KindNames.StreamSource(stream) is not { } source) continue;
                if (index.ReaderOf(stream) is { } first && !SymbolEqualityComparer.Default.Equals(first, load))
                {
                    yield return Problem(parameter.Locations.FirstOrDefault(), first.ContainingType.Name, stream.Name, source.Name, context.Type.Name);
                }
            }
        }
    }
}
