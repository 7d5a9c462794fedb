using Pipeline.Catalog;
using Pipeline.Engine.Database;

namespace Pipeline.Engine.Streams;

/// <summary>The words that the views of all streams share.</summary>
internal static class StreamSql
{
    public static readonly string RowId = Names.Sql(ChangeColumns.RowId.Name);
    public static readonly string Inserted = Names.Sql(ChangeColumns.Inserted.Name);
    public static readonly string Changed = Names.Sql(ChangeColumns.Changed.Name);
    public static readonly string Replaced = Names.Sql(ChangeColumns.Replaced.Name);

    public static string CreateView(QualifiedName name, string query) => $"CREATE OR REPLACE VIEW {Names.Sql(name)} AS\n{query}";

    public static string Columns(IEnumerable<Column> columns, string alias) => string.Join(", ", columns.Select(c => $"{alias}.{Names.Sql(c.Name)}"));

    // A text, as Snowflake's; of one width, so that the order of the texts is the order of the rows.
    public static string RowIdText(string expression) => $"lpad({expression}::VARCHAR, 18, '0')";

    /// <summary>The images of a table's rows for which the condition holds, of those that it has and of those that it had.</summary>
    public static string Images(TableObject table, QualifiedName from, string condition) =>
        $"SELECT {Names.List(table.Columns.Select(c => c.Name))}, {RowId} FROM {Names.Sql(from)} WHERE {condition}";

    /// <summary>The rows as they were at the change.</summary>
    public static string ImagesAt(TableObject table, long change) => $"""
        {Images(table, table.Name, $"{Changed} <= {Names.Number(change)}")}
            UNION ALL
            {Images(table, ChangeColumns.BeforeOf(table.Name), $"{Changed} <= {Names.Number(change)} AND {Replaced} > {Names.Number(change)}")}
        """;

    public static string AndUntil(string column, long? until) => until is { } last ? $" AND {column} <= {Names.Number(last)}" : "";
}
