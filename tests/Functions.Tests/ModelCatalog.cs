using Functions;
using Pipeline.Catalog;
using Pipeline.Catalog.Json;

namespace Functions.Tests;

/// <summary>What the compiler left in the model's assembly.</summary>
internal static class ModelCatalog
{
    public static readonly IReadOnlyList<CatalogObject> Objects =
    [
        .. typeof(Tried).Assembly.GetCustomAttributes(typeof(CatalogPartAttribute), false).Cast<CatalogPartAttribute>()
            .Where(part => part.Name != CatalogHeader.PartName)
            .Select(part => CatalogJson.ReadObject(part.Json)),
    ];

    public static ViewObject View(Type view) => Objects.OfType<ViewObject>().Single(v => v.ClassName == view.FullName!.Replace('+', '.'));

    public static TableObject Table(Type table) => Objects.OfType<TableObject>().Single(t => t.ClassName == table.FullName);
}
