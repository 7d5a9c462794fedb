using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>What the rules on tasks ask of the classes of a graph.</summary>
internal static class TaskSymbols
{
    /// <summary>The root, tasks and finalizer of the graph whose root is the class at hand.</summary>
    public static IEnumerable<INamedTypeSymbol> GraphOf(ReadContext root) =>
        ModelIndex.Of(root.Compilation, root.Cancellation).Tasks.Where(t => SymbolEqualityComparer.Default.Equals(RootOf(t), root.Type));

    public static INamedTypeSymbol? RootOf(INamedTypeSymbol task) =>
        KindNames.KindWord(task) == "Finalizer" ? KindNames.Kind(task)!.Argument() : KindNames.Root(task);

    public static IEnumerable<INamedTypeSymbol> After(INamedTypeSymbol task) => task.Attributes("After").Select(a => a.Argument()).OfType<INamedTypeSymbol>();

    public static IEnumerable<INamedTypeSymbol> Runs(INamedTypeSymbol task) => task.Attributes("Runs").Select(a => a.Argument()).OfType<INamedTypeSymbol>();

    /// <summary>Whether a load of the table reads a stream.</summary>
    public static bool ReadsStream(INamedTypeSymbol table) =>
        table.GetMembers().OfType<IMethodSymbol>().Where(m => m.Has("Load")).Any(load => ModelIndex.StreamsOf(load).Any());

    /// <summary>Where an attribute of the class stands.</summary>
    public static Location? LocationOf(ReadContext context, AttributeData? attribute) =>
        attribute?.ApplicationSyntaxReference?.GetSyntax(context.Cancellation).GetLocation();
}
