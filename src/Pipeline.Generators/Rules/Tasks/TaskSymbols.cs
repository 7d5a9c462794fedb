using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>What the rules on tasks ask of the classes of a graph.</summary>
internal static class TaskSymbols
{
    public static IEnumerable<INamedTypeSymbol> After(INamedTypeSymbol task) => task.Attributes("After").Select(a => a.Argument()).OfType<INamedTypeSymbol>();

    /// <summary>Where an attribute of the class stands.</summary>
    public static Location? LocationOf(ReadContext context, AttributeData? attribute) =>
        attribute?.ApplicationSyntaxReference?.GetSyntax(context.Cancellation).GetLocation();
}
