using System.Globalization;
using Pipeline.Catalog;
using Pipeline.Engine;

namespace Pipeline.Cli.Output;

/// <summary>The first rows of the tables that a reader looks for.</summary>
internal static class Previews
{
    private const int RowsShown = 5;

    /// <summary>The tables named, or those of the star and over it.</summary>
    public static IReadOnlyList<QualifiedName> Of(CompiledCatalog catalog, string[] names) => names.Length == 0
        ? [.. catalog.Objects.Where(o => o is DimensionObject or CalendarObject or FactObject or DynamicTableObject).Select(o => o.Name)]
        : [.. names.Select(n => ObjectNames.Find(catalog, n, IsShown))];

    public static IReadOnlyList<Preview> Read(LocalPipeline pipeline, IReadOnlyList<QualifiedName> tables) =>
    [
        .. tables.Select(t => new Preview(
            t, Convert.ToInt64(pipeline.Rows(t, "COUNT(*)").Rows[0][0], CultureInfo.InvariantCulture), pipeline.Rows(t, limit: RowsShown))),
    ];

    private static bool IsShown(CatalogObject item) => item is TableObject or ViewObject or DynamicTableObject or StreamObject;
}
