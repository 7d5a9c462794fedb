using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading.Memo;

namespace Pipeline.Generators.Reading;

/// <summary>What is asked again and again while one compilation is read: answered once, for all of its files. It ends with the reading.</summary>
/// <remarks>
/// A table's columns are asked for by each query that reads the table, and the body of a small method by each that calls it; the compiler binds such a body anew
/// for each semantic model. Its answers hold symbols, so none of them outlives the reading.
/// </remarks>
internal sealed class ReadingCache(Compilation compilation)
{
    [ThreadStatic]
    private static ReadingCache? current;

    // That of the file which this thread reads: it goes when the file is read, and with it all that was bound.
    [ThreadStatic]
    private static SemanticModel? own;

    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<ISymbol>> members = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<IPropertySymbol>> columns = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, EquatableArray<Column>> readColumns = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, (ReadResult Result, IReadOnlyCollection<SyntaxTree> Trees)> classes = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> models = new();

    /// <summary>That of the reading to which the thread belongs; null outside of one.</summary>
    public static ReadingCache? Current => current;

    public TableShapes Shapes { get; } = new();

    /// <summary>That of the reading to which the thread belongs; outside of one, or for another compilation, one that starts empty.</summary>
    public static ReadingCache Of(Compilation compilation) => current is { } known && known.IsOf(compilation) ? known : new(compilation);

    /// <summary>Reads a file; what is asked meanwhile on this thread is answered from here.</summary>
    public T Reading<T>(SemanticModel file, Func<T> read)
    {
        var before = (current, own);
        (current, own) = (this, file);
        try
        {
            return read();
        }
        finally
        {
            (current, own) = before;
        }
    }

    public SemanticModel Model(SyntaxTree tree) =>
        own is { } file && file.SyntaxTree == tree && file.Compilation == compilation ? file : models.GetOrAdd(tree, t => compilation.GetSemanticModel(t));

    public IReadOnlyList<ISymbol> Members(INamedTypeSymbol type) => members.TryGetValue(type, out var known) ? known : members.GetOrAdd(type, ModelSymbols.FindMembers(type));

    public IReadOnlyList<IPropertySymbol> Columns(INamedTypeSymbol type) => columns.TryGetValue(type, out var known) ? known : columns.GetOrAdd(type, [.. ModelSymbols.FindColumns(type)]);

    public EquatableArray<Column> ReadColumns(INamedTypeSymbol type) => readColumns.TryGetValue(type, out var known) ? known : readColumns.GetOrAdd(type, ColumnReader.FindColumns(type));

    /// <summary>A class as its own file reads it; whoever asks depends on what was looked into for it.</summary>
    public ReadResult Read(INamedTypeSymbol type, CancellationToken cancellation)
    {
        if (!classes.TryGetValue(type, out var read)) read = classes.GetOrAdd(type, BoundTrees.Watch(() => ObjectReader.Read(type, compilation, cancellation)));
        foreach (var tree in read.Trees) BoundTrees.Add(tree);
        return read.Result;
    }

    private bool IsOf(Compilation other) => compilation == other;
}
