using TpcH;
using Pipeline.Catalog;
using Pipeline.Catalog.Json;

namespace TpcH.Tests;

/// <summary>What the compiler left in the model's assembly.</summary>
internal static class ModelCatalog
{
    public static readonly IReadOnlyList<CatalogObject> Objects =
    [
        .. typeof(Wholesale).Assembly.GetCustomAttributes(typeof(CatalogPartAttribute), false).Cast<CatalogPartAttribute>()
            .Where(part => part.Name != CatalogHeader.PartName)
            .Select(part => CatalogJson.ReadObject(part.Json)),
    ];

    public static IReadOnlyList<ViewObject> Views { get; } = [.. Objects.OfType<ViewObject>().OrderBy(v => v.ClassName, StringComparer.Ordinal)];

    public static TableObject Table(Type table) => Objects.OfType<TableObject>().Single(t => t.ClassName == table.FullName);
}
