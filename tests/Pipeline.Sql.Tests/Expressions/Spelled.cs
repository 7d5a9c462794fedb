using Pipeline.Catalog;
using Pipeline.Sql.DuckDb;
using Pipeline.Sql.Snowflake;

namespace Pipeline.Sql.Tests;

/// <summary>Short words for the expressions of tests, and what both dialects make of one.</summary>
internal static class Spelled
{
    public static readonly ColumnReference A = new("t", "A", SqlType.Int32, false);
    public static readonly ColumnReference B = new("t", "B", SqlType.Int32, false);
    public static readonly ColumnReference Price = new("t", "PRICE", SqlType.Number(12, 2), false);
    public static readonly ColumnReference Name = new("t", "NAME", SqlType.Text, false);
    public static readonly ColumnReference Nick = new("t", "NICK", SqlType.Text, true);
    public static readonly ColumnReference At = new("t", "SOLD_AT", SqlType.Timestamp, false);
    public static readonly ColumnReference Day = new("t", "DAY", SqlType.Date, false);
    public static readonly ColumnReference Doc = new("t", "DOC", SqlType.Variant, true);

    public static string Snowflake(this Expression expression) => SnowflakeDialect.Instance.Expression(expression);

    public static string DuckDb(this Expression expression) => DuckDbDialect.Instance.Expression(expression);

    public static Expression Op(BinaryOperator op, Expression left, Expression right, SqlType? type = null, bool nullable = false) =>
        new BinaryExpression(op, left, right, type ?? left.Type, nullable);

    public static Expression Text(string text) => Literal.Text(text);

    public static Expression Number(long number) => Literal.Integer(number);

    public static FunctionCall Call(string function, SqlType type, params Expression[] arguments) =>
        new(function, arguments.ToEquatableArray(), type, arguments.Any(a => a.Nullable));
}
