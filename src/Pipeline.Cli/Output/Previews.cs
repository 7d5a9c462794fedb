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

    /// <summary>The tables named, or all that the role may read.</summary>
    /// <exception cref="UsageException">The role may not read one that is named.</exception>
    public static IReadOnlyList<QualifiedName> OfRole(CompiledCatalog catalog, QualifiedName role, string[] names)
    {
        var roles = RoleClosure.Of(catalog.All<RoleObject>(), role);
        bool MayRead(CatalogObject item) => item is TableObject or ViewObject or DynamicTableObject && RoleClosure.MayRead(catalog, roles, item);
        if (names.Length == 0) return [.. catalog.Objects.Where(MayRead).Select(o => o.Name)];
        var named = Of(catalog, names);
        return named.FirstOrDefault(n => !catalog.Objects.Any(o => o.Name == n && MayRead(o))) is { } hidden
            ? throw new UsageException($"{role} may not read {hidden}. It may be granted with [Grant<>(Access.Read)] on its class or on its schema.")
            : named;
    }

    public static IReadOnlyList<Preview> Read(LocalPipeline pipeline, IReadOnlyList<QualifiedName> tables) =>
        Read((table, columns, limit) => pipeline.Rows(table, columns, limit: limit), tables);

    /// <summary>The same as a role sees them: what its policies show, of what it is granted.</summary>
    public static IReadOnlyList<Preview> ReadAs(LocalPipeline pipeline, QualifiedName role, IReadOnlyList<QualifiedName> tables)
    {
        using var reader = pipeline.As(role);
        return Read((table, columns, limit) => reader.Rows(table, columns ?? "*", limit), tables);
    }

    private static IReadOnlyList<Preview> Read(Func<QualifiedName, string?, int?, QueryResult> rows, IReadOnlyList<QualifiedName> tables) =>
        [.. tables.Select(t => new Preview(t, Convert.ToInt64(rows(t, "COUNT(*)", null).Rows[0][0], CultureInfo.InvariantCulture), rows(t, null, RowsShown)))];

    private static bool IsShown(CatalogObject item) => item is TableObject or ViewObject or DynamicTableObject or StreamObject;
}
