using Pipeline.Catalog;

namespace Pipeline.Sql.Tests;

/// <summary>Filters of a query within an expression, in the words that Snowflake evaluates; their rows stay the same.</summary>
public sealed class CorrelatedFilterTests
{
    private static readonly ColumnReference InnerA = new("notes", "A", SqlType.Int32, true);
    private static readonly ColumnReference InnerB = new("notes", "B", SqlType.Int32, false);
    private static readonly ColumnReference InnerFlag = new("notes", "FLAG", SqlType.Boolean, true);
    private static readonly ColumnReference OuterC = new("t", "C", SqlType.Int32, true);
    private static readonly ColumnReference OuterD = new("t", "D", SqlType.Int32, false);
    private static readonly ColumnReference OuterFlag = new("t", "FLAG", SqlType.Boolean, true);
    private static readonly ColumnReference OuterMark = new("t", "MARK", SqlType.Boolean, false);

    [Fact]
    public void Null_safe_comparison_has_the_own_column_first()
    {
        Assert.Equal("notes.A IS DISTINCT FROM t.C", Filter(Make.Distinct(OuterC, InnerA)));
        Assert.Equal("notes.A IS NOT DISTINCT FROM t.C", Filter(Make.Not(Make.Distinct(OuterC, InnerA))));
        Assert.Equal("notes.A IS DISTINCT FROM t.C", Filter(Make.Distinct(InnerA, OuterC)));
        Assert.Equal("notes.A IS DISTINCT FROM 1", Filter(Make.Distinct(InnerA, Literal.Integer(1))));
        Assert.Equal("t.C IS DISTINCT FROM t.D", Filter(Make.Distinct(OuterC, OuterD)));
        Assert.Equal("t.D < notes.B", Filter(Make.Compare(BinaryOperator.LessThan, OuterD, InnerB)));
    }

    [Fact]
    public void Comparison_is_turned_where_it_is_negated()
    {
        var less = Make.Coalesce(Make.Compare(BinaryOperator.LessThan, InnerA, OuterC), Make.False);
        Assert.Equal("notes.A < t.C", Filter(less));
        Assert.Equal("notes.A >= t.C OR notes.A IS NULL OR t.C IS NULL", Filter(Make.Not(less)));
        Assert.Equal("notes.B >= t.D OR notes.A >= t.C OR notes.A IS NULL OR t.C IS NULL", Filter(Make.Not(Make.And(Make.Compare(BinaryOperator.LessThan, InnerB, OuterD), less))));
        Assert.Equal("notes.B <> t.D AND notes.A < t.C", Filter(Make.Not(Make.Or(Make.Equal(InnerB, OuterD), Make.Not(less)))));
    }

    [Fact]
    public void Boolean_of_the_outer_row_is_compared()
    {
        Assert.Equal("notes.B = t.D AND t.MARK = TRUE", Filter(Make.And(Make.Equal(InnerB, OuterD), OuterMark)));
        Assert.Equal("notes.B = t.D AND t.MARK = FALSE", Filter(Make.And(Make.Equal(InnerB, OuterD), Make.Not(OuterMark))));
        Assert.Equal("t.FLAG = FALSE OR t.FLAG IS NULL", Filter(Make.Not(Make.Coalesce(OuterFlag, Make.False))));
    }

    [Fact]
    public void Filter_of_the_own_row_stays_as_it_is()
    {
        Assert.Equal("NOT COALESCE(notes.A > 1, FALSE)", Filter(Make.Not(Make.Coalesce(Make.Compare(BinaryOperator.GreaterThan, InnerA, Literal.Integer(1)), Make.False))));
        Assert.Equal("notes.B = t.D AND NOT (notes.A = 1 OR notes.FLAG)", Filter(Make.And(
            Make.Equal(InnerB, OuterD), Make.Not(Make.Or(Make.Equal(InnerA, Literal.Integer(1)), InnerFlag)))));
    }

    [Fact]
    public void Any_filter_finds_the_same_rows()
    {
        using var duck = new Duck();
        duck.Run("CREATE TABLE notes AS SELECT * FROM (VALUES (NULL::INT), (1), (2)) AS a(A), (VALUES (1), (2)) AS b(B), (VALUES (NULL::BOOLEAN), (TRUE), (FALSE)) AS f(FLAG)");
        duck.Run("CREATE TABLE t AS SELECT * FROM (VALUES (NULL::INT), (1), (2)) AS c(C), (VALUES (1), (2)) AS d(D), (VALUES (NULL::BOOLEAN), (TRUE), (FALSE)) AS f(FLAG), (VALUES (TRUE), (FALSE)) AS m(MARK)");
        var random = new Random(68);
        for (var i = 0; i < 400; i++)
        {
            var filter = Condition(random, 3);
            var (before, after) = (filter.Snowflake(), Filter(filter));
            Assert.True(duck.Value($"(SELECT COUNT(*) FROM t, notes WHERE COALESCE({before}, FALSE) <> COALESCE({after}, FALSE))") == "0", $"{before}\n{after}");
        }
    }

    private static Expression Condition(Random random, int depth) => random.Next(depth == 0 ? 4 : 9) switch
    {
        0 or 1 => Make.Compare((BinaryOperator)random.Next((int)BinaryOperator.Equal, (int)BinaryOperator.GreaterOrEqual + 1), Operand(random), Operand(random)),
        2 => Make.Distinct(Operand(random), Operand(random)),
        3 => random.Next(4) switch { 0 => InnerFlag, 1 => OuterFlag, 2 => OuterMark, _ => Make.IsNull(OuterC) },
        4 or 5 => Make.Not(Condition(random, depth - 1)),
        6 => Make.And(Condition(random, depth - 1), Condition(random, depth - 1)),
        7 => Make.Or(Condition(random, depth - 1), Condition(random, depth - 1)),
        _ => Make.Coalesce(Condition(random, depth - 1), Make.False),
    };

    private static ColumnReference Operand(Random random) => random.Next(4) switch { 0 => InnerA, 1 => InnerB, 2 => OuterC, _ => OuterD };

    private static string Filter(Expression condition)
    {
        var text = new ExistsExpression(new SelectQuery([new("FOUND", Literal.Integer(1))])
        {
            From = new ObjectSource("notes", new("SHOP", "NOTES")), Where = condition,
        }, Negated: false).Snowflake();
        var where = text[(text.IndexOf("WHERE ", StringComparison.Ordinal) + 6)..text.LastIndexOf(')')];
        return string.Join(' ', where.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }
}
