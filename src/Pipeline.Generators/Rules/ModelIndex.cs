using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>What rules over several classes look up: who has which name, who reads which stream. Made of symbols alone, once per compilation.</summary>
internal sealed class ModelIndex
{
    private static readonly ConditionalWeakTable<Compilation, ModelIndex> Known = new();

    private readonly Dictionary<(string Group, QualifiedName Name), INamedTypeSymbol> firstByName = [];
    private readonly Dictionary<ISymbol, IMethodSymbol> firstReader = new(SymbolEqualityComparer.Default);

    private readonly Dictionary<ISymbol, INamedTypeSymbol> firstPipe = new(SymbolEqualityComparer.Default);

    private readonly List<INamedTypeSymbol> tasks = [];

    private ModelIndex(Compilation compilation, CancellationToken cancellation)
    {
        foreach (var type in Types(compilation.Assembly.GlobalNamespace).OrderBy(t => t.ToDisplayString(), StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            if (KindNames.KindWord(type) is not { } word) continue;
            if (word == "Pipe" && KindNames.Kind(type)!.Argument() is { } filled && !firstPipe.ContainsKey(filled)) firstPipe.Add(filled, type);
            if (word is "Task" or "RootTask" or "Finalizer") tasks.Add(type);
            if (KindNames.Of(type) is { } name && !firstByName.ContainsKey((Group(word), name))) firstByName.Add((Group(word), name), type);
            foreach (var load in type.GetMembers().OfType<IMethodSymbol>().Where(m => m.Has("Load")))
            {
                foreach (var stream in StreamsOf(load))
                {
                    if (!firstReader.ContainsKey(stream)) firstReader.Add(stream, load);
                }
            }
        }
    }

    public static ModelIndex Of(Compilation compilation, CancellationToken cancellation)
    {
        if (Known.TryGetValue(compilation, out var index)) return index;
        index = new(compilation, cancellation);
        return Known.GetValue(compilation, _ => index);
    }

    /// <summary>The streams that a load takes as parameters.</summary>
    public static IEnumerable<INamedTypeSymbol> StreamsOf(IMethodSymbol load) =>
        load.Parameters.Select(p => p.Type).OfType<INamedTypeSymbol>().Where(t => KindNames.StreamSource(t) is not null);

    /// <summary>The class that had the name before this one; null where this is the first.</summary>
    public INamedTypeSymbol? FirstOf(INamedTypeSymbol type, QualifiedName name) =>
        KindNames.KindWord(type) is { } word && firstByName.TryGetValue((Group(word), name), out var first) && !SymbolEqualityComparer.Default.Equals(first, type) ? first : null;

    /// <summary>The tasks, roots and finalizers, by name.</summary>
    public IReadOnlyList<INamedTypeSymbol> Tasks => tasks;

    /// <summary>The load that reads the stream, the first by its class's name.</summary>
    public IMethodSymbol? ReaderOf(INamedTypeSymbol stream) => firstReader.TryGetValue(stream, out var load) ? load : null;

    /// <summary>The pipe that fills the table, the first by its name.</summary>
    public INamedTypeSymbol? PipeOf(INamedTypeSymbol table) => firstPipe.TryGetValue(table, out var pipe) ? pipe : null;

    // What one can select from shares its names; each other kind has names of its own.
    private static string Group(string word) => word is "Table" or "Dimension" or "Calendar" or "Fact" or "View" or "DynamicTable" or "Stream" ? "Rows"
        : word is "Task" or "RootTask" or "Finalizer" ? "Task"
        : word.EndsWith("Format", StringComparison.Ordinal) ? "Format"
        : word;

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type) yield return type;
            foreach (var inner in Types(member)) yield return inner;
        }
    }
}
