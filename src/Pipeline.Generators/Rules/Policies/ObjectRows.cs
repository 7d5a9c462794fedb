using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>The objects that have rows to protect.</summary>
internal static class ObjectRows
{
    /// <summary>The columns of what readers select from; none of any other kind.</summary>
    public static EquatableArray<Column> ColumnsOf(CatalogObject item) => item switch
    {
        TableObject table => table.Columns,
        ViewObject view => view.Columns,
        DynamicTableObject dynamic => dynamic.Columns,
        _ => [],
    };

    /// <summary>What an object's rows are made by: the queries of its loads, or its own.</summary>
    public static IEnumerable<Query> QueriesOf(CatalogObject item) => item switch
    {
        TableObject table => table.Loads.Select(l => l.Query),
        ViewObject view => [view.Query],
        DynamicTableObject dynamic => [dynamic.Query],
        _ => [],
    };

    /// <summary>Where the property of a column stands.</summary>
    public static Func<INamedTypeSymbol, CancellationToken, Location?> At(Column column) =>
        (type, _) => type.Columns().FirstOrDefault(p => p.Name == column.Property)?.Locations.FirstOrDefault() ?? type.Locations.FirstOrDefault();
}
