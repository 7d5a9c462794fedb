using Pipeline.Catalog;
using SqlJudges.Tests.Refusals;

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
        Assert.Equal("notes.A IS NOT DISTINCT FROM t.C", Filter(Make.Not(Make.Distinct(OuterC, InnerA))));
        Assert.Equal("notes.A IS DISTINCT FROM 1", Filter(Make.Distinct(InnerA, Literal.Integer(1))));
        Assert.Equal("t.D < notes.B", Filter(Make.Compare(BinaryOperator.LessThan, OuterD, InnerB)));
    }

    [Fact]
    public void Being_distinct_is_said_by_comparisons()
    {
        const string Both = "notes.A <> t.C OR notes.A IS NULL AND t.C IS NOT NULL OR notes.A IS NOT NULL AND t.C IS NULL";
        Assert.Equal(Both, Filter(Make.Distinct(OuterC, InnerA)));
        Assert.Equal(Both, Filter(Make.Distinct(InnerA, OuterC)));
        Assert.Equal("notes.B <> t.C OR t.C IS NULL", Filter(Make.Distinct(OuterC, InnerB)));
        Assert.Equal("notes.A <> t.D OR notes.A IS NULL", Filter(Make.Distinct(OuterD, InnerA)));
        Assert.Equal("t.C <> 1 OR t.C IS NULL", Filter(Make.Distinct(OuterC, Literal.Integer(1))));
    }

    [Fact]
    public void Condition_of_the_outer_row_alone_is_a_value_that_is_compared()
    {
        Assert.Equal("CASE WHEN t.C < t.D THEN 1 ELSE 0 END = 1", Filter(Make.Compare(BinaryOperator.LessThan, OuterC, OuterD)));
        Assert.Equal("notes.A = 1 OR CASE WHEN COALESCE(t.C >= t.D, TRUE) THEN 1 ELSE 0 END = 1", Filter(Make.Or(
            Make.Equal(InnerA, Literal.Integer(1)), Make.Not(Make.Coalesce(Make.Compare(BinaryOperator.LessThan, OuterC, OuterD), Make.False)))));
        Assert.Equal("CASE WHEN t.C IS DISTINCT FROM t.D THEN 1 ELSE 0 END = 1", Filter(Make.Distinct(OuterC, OuterD)));
    }

    [Fact]
    public void List_is_said_by_comparisons_where_it_is_negated_or_asks_the_outer_row()
    {
        Assert.Equal("notes.A IN (t.C, 7)", Filter(new InExpression(InnerA, [OuterC, Literal.Integer(7)], Negated: false)));
        Assert.Equal("notes.A <> t.C AND notes.A <> 7", Filter(new InExpression(InnerA, [OuterC, Literal.Integer(7)], Negated: true)));
        Assert.Equal("t.C = notes.A OR t.C = 7", Filter(new InExpression(OuterC, [InnerA, Literal.Integer(7)], Negated: false)));
        Assert.Equal("notes.A NOT IN (5, 7)", Filter(new InExpression(InnerA, [Literal.Integer(5), Literal.Integer(7)], Negated: true)));
    }

    [Fact]
    public void Choice_is_said_by_its_branches() => Assert.Equal(
        "notes.B > 1 AND notes.A <> t.C OR notes.B <= 1 AND notes.B = t.D",
        Filter(Make.Not(Make.Case(
            [new(Make.Compare(BinaryOperator.GreaterThan, InnerB, Literal.Integer(1)), Make.Equal(InnerA, OuterC))], Make.Compare(BinaryOperator.NotEqual, InnerB, OuterD), SqlType.Boolean))));

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

    [Fact]
    public void Filter_is_refused_where_its_words_are()
    {
        var random = new Random(69);
        var refused = 0;
        for (var i = 0; i < 3000; i++)
        {
            var query = Exists(Condition(random, 3));
            var (told, seen) = (RefusedCorrelation.In(query), CorrelatedQueries.In("filter", $"SELECT t.C FROM SHOP.T AS t WHERE {query.Snowflake()}"));
            Assert.True(told.Count > 0 == seen.Count > 0, $"{string.Join(", ", told)}\n{string.Join("\n", seen)}\n{query.Snowflake()}");
            if (told.Count > 0) refused++;
        }

        Assert.InRange(refused, 300, 2700);
    }

    private static Expression Condition(Random random, int depth) => random.Next(depth == 0 ? 6 : 12) switch
    {
        0 or 1 => Make.Compare((BinaryOperator)random.Next((int)BinaryOperator.Equal, (int)BinaryOperator.GreaterOrEqual + 1), Operand(random), Operand(random)),
        2 => Make.Distinct(Operand(random), Operand(random)),
        3 => random.Next(4) switch { 0 => InnerFlag, 1 => OuterFlag, 2 => OuterMark, _ => Make.IsNull(OuterC) },
        4 => new InExpression(Operand(random), [random.Next(2) == 0 ? InnerB : OuterD, Literal.Integer(1)], Negated: random.Next(2) == 0),
        5 => Make.Equal(Make.Add(Operand(random), Operand(random)), Operand(random)),
        9 => Make.Case([new(Condition(random, depth - 1), Condition(random, depth - 1)), new(Condition(random, depth - 1), Condition(random, depth - 1))], random.Next(2) == 0 ? null : Condition(random, depth - 1), SqlType.Boolean),
        6 or 10 => Make.Not(Condition(random, depth - 1)),
        7 => Make.And(Condition(random, depth - 1), Condition(random, depth - 1)),
        8 => Make.Or(Condition(random, depth - 1), Condition(random, depth - 1)),
        _ => Make.Coalesce(Condition(random, depth - 1), Make.False),
    };

    private static ColumnReference Operand(Random random) => random.Next(4) switch { 0 => InnerA, 1 => InnerB, 2 => OuterC, _ => OuterD };

    private static ExistsExpression Exists(Expression condition) =>
        new(new SelectQuery([new("FOUND", Literal.Integer(1))]) { From = new ObjectSource("notes", new("SHOP", "NOTES")), Where = condition }, Negated: false);

    private static string Filter(Expression condition)
    {
        var text = Exists(condition).Snowflake();
        var where = text[(text.IndexOf("WHERE ", StringComparison.Ordinal) + 6)..text.LastIndexOf(')')];
        return string.Join(' ', where.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }
}
