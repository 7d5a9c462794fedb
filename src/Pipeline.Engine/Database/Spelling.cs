using System.Runtime.CompilerServices;
using Pipeline.Catalog;
using Pipeline.Sql.DuckDb;

namespace Pipeline.Engine.Database;

/// <summary>The catalog's statements in DuckDB's words: all of them the dialect's.</summary>
internal static class Spelling
{
    private static readonly DuckDbDialect Dialect = DuckDbDialect.Instance;

    // A load is lowered once and runs often.
    private static readonly ConditionalWeakTable<Statement, string> Spelled = [];
    private static readonly ConditionalWeakTable<Query, string> SpelledQueries = [];

    public static string Expression(Expression expression) => Dialect.Expression(expression);

    public static string Query(Query query) => SpelledQueries.GetValue(query, Dialect.Query);

    public static string Statement(Statement statement) => Spelled.GetValue(statement, Dialect.Statement);

    /// <summary>The MERGE alone, without the row that the dialect has it return for each row that it touched: those cost as much again.</summary>
    public static string SilentMerge(MergeStatement merge)
    {
        const string Returning = "\nRETURNING merge_action";
        var sql = Statement(merge).TrimEnd('\n');
        return sql.EndsWith(Returning, StringComparison.Ordinal) ? sql[..^Returning.Length] : sql;
    }

    /// <summary>What a statement that fails the load says.</summary>
    public static string Message(RaiseStatement raise) => Dialect.Message(raise);

    public static string CreateView(ViewObject view) => Dialect.CreateView(view.Name, view.Query);

    /// <summary>The table, after the sequence of its keys.</summary>
    /// <param name="table">The table.</param>
    /// <param name="extraColumns">Columns beside the model's, each as it stands in SQL.</param>
    public static IEnumerable<string> CreateTable(TableObject table, params IEnumerable<string> extraColumns) =>
        new[] { Dialect.CreateSequence(table), Dialect.CreateTable(table, extraColumns) }.OfType<string>();

    /// <summary>The sequence of a table's keys; null for a table without.</summary>
    public static string? CreateSequence(TableObject table) => Dialect.CreateSequence(table);

    /// <summary>A table; one of the running load lies among the session's temporary tables.</summary>
    public static string Name(ObjectSource table) => table.IsBatch ? "temp." + Dialect.Identifier(table.Object.Name) : Dialect.ObjectName(table.Object);

    public static string Type(SqlType type) => Dialect.Type(type);
}
