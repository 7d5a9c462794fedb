using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading;

/// <summary>Reads the columns of the classes that queries read; each class once.</summary>
internal sealed class TableShapes
{
    private readonly ConcurrentDictionary<ISymbol, TableShape?> known = new(SymbolEqualityComparer.Default);

    /// <summary>The shape of a class whose rows lie in the account; null for any other.</summary>
    public TableShape? Of(INamedTypeSymbol type)
    {
        if (known.TryGetValue(type, out var shape)) return shape;
        shape = KindNames.HasRows(type) && KindNames.Of(type) is { } name ? new(type, name, ColumnReader.Read(type)) : null;
        return known.GetOrAdd(type, shape);
    }
}
