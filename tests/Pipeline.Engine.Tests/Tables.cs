using Pipeline.Catalog;

namespace Pipeline.Engine.Tests;

/// <summary>Short words for hand-built catalogs.</summary>
internal static class Tables
{
    public static readonly QualifiedName Warehouse = new(null, "WH");

    public static QualifiedName Name(string text) => QualifiedName.Parse(text);

    public static SchemaObject Schema(string name) => new(new(null, name), name);

    public static TableObject Table(string name, params Column[] columns) => new(Name(name), name, columns.ToEquatableArray());

    public static Column Text(string name, ColumnRoles roles = ColumnRoles.None) => new(name, name, SqlType.Text, Nullable: true) { Roles = roles };

    public static Column Required(string name, SqlType type, ColumnRoles roles = ColumnRoles.None) => new(name, name, type, Nullable: false) { Roles = roles };

    public static Column Optional(string name, SqlType type, ColumnRoles roles = ColumnRoles.None) => new(name, name, type, Nullable: true) { Roles = roles };

    public static Column FromFile(string name, SqlType type, FileFact fact) => new(name, name, type, Nullable: false) { FromFile = fact };

    public static StreamObject Stream(string name, string source, StreamMode mode = StreamMode.Net) => new(Name(name), name, Name(source), mode);

    public static TaskObject Root(string name, params string[] runs) =>
        new(Name(name), name, Name(name), Warehouse) { Cron = "0 * * * * UTC", Runs = runs.Select(Name).ToEquatableArray() };

    public static TaskObject Task(string name, string root, string after, params string[] runs) =>
        new(Name(name), name, Name(root), Warehouse) { After = [Name(after)], Runs = runs.Select(Name).ToEquatableArray() };

    public static CompiledCatalog Compiled(params CatalogObject[] objects) => new(objects.ToEquatableArray());
}
