using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>The queries of an object, and where each stands in its class: at the method that gives it.</summary>
internal static class QueryPlace
{
    public static IEnumerable<(Query Query, Func<INamedTypeSymbol, CancellationToken, Location?> Where)> Of(CatalogObject item) => item switch
    {
        TableObject table => table.Loads.Select(l => (l.Query, OfLoad(l))),
        _ when RowObjects.QueryOf(item) is { } query => [(query, At("Define", null))],
        _ => [],
    };

    /// <summary>Where the method of a load stands.</summary>
    public static Func<INamedTypeSymbol, CancellationToken, Location?> OfLoad(LoadDefinition load) => At("Load", load.Method);

    private static Func<INamedTypeSymbol, CancellationToken, Location?> At(string word, string? name) => (type, _) =>
        (type.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(m => m.Has(word) && (name is null || m.Name == name))?.Locations ?? type.Locations).FirstOrDefault();
}
