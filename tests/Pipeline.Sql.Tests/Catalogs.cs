using Pipeline.Catalog;

namespace Pipeline.Sql.Tests;

/// <summary>Small catalogs, and the SQL of one object in them.</summary>
internal static class Catalogs
{
    public static readonly QualifiedName Landed = new("LANDING", "RAW_SALES");

    public static CompiledCatalog Of(params CatalogObject[] objects) => new(objects.ToEquatableArray());

    /// <summary>The object's file without its first line, which says where it comes from.</summary>
    public static string Sql(this CompiledCatalog catalog, string name)
    {
        var text = ObjectScript.Snowflake(catalog, QualifiedName.Parse(name)) ?? throw new ArgumentException($"There is no {name}.", nameof(name));
        return text[(text.IndexOf('\n') + 2)..];
    }

    public static void ShouldBe(this string actual, string expected) => Assert.Equal(expected.Replace("\r\n", "\n").Trim('\n'), actual.Trim('\n'));

    public static Column Text(string name, int length = 0) => new(name, name, SqlType.Varchar(length), Nullable: true);

    public static Column Of(string name, SqlType type, ColumnRoles roles = ColumnRoles.None, bool nullable = false) => new(name, name, type, nullable) { Roles = roles };
}
