using System.Globalization;
using CsCheck;
using Pipeline.Catalog;
using static Pipeline.Sql.Tests.Spelled;

namespace Pipeline.Sql.Tests;

/// <summary>However operators are nested, the text means what the tree means: judged by values, computed here without the writer.</summary>
public sealed class PrecedenceTests
{
    private static readonly Gen<(Expression Tree, long Value)> Numbers = Gen.Recursive<(Expression, long)>((depth, number) =>
        depth > 3 ? Constants : Gen.OneOf(
            Constants,
            Gen.Select(number, number, Gen.OneOf(new[] { BinaryOperator.Add, BinaryOperator.Subtract, BinaryOperator.Multiply }.Select(Gen.Const).ToArray()), (l, r, op) =>
                ((Expression)new BinaryExpression(op, l.Item1, r.Item1, SqlType.Int64, false), Compute(op, l.Item2, r.Item2))),
            number.Select(n => ((Expression)new NegateExpression(n.Item1), -n.Item2)),
            Gen.Select(number, number, number, (test, yes, no) => (
                Make.Case([new(Make.Compare(BinaryOperator.GreaterThan, test.Item1, Number(0)), yes.Item1)], no.Item1, SqlType.Int64),
                test.Item2 > 0 ? yes.Item2 : no.Item2))));

    private static readonly Gen<(Expression Tree, bool Value)> Conditions = Gen.Recursive<(Expression, bool)>((depth, condition) =>
        depth > 3 ? Comparisons : Gen.OneOf(
            Comparisons,
            Gen.Select(condition, condition, (l, r) => (Make.And(l.Item1, r.Item1), l.Item2 && r.Item2)),
            Gen.Select(condition, condition, (l, r) => (Make.Or(l.Item1, r.Item1), l.Item2 || r.Item2)),
            Gen.Select(condition, condition, (l, r) => (Make.Equal(l.Item1, r.Item1), l.Item2 == r.Item2)),
            condition.Select(c => (Make.Not(c.Item1), !c.Item2)),
            condition.Select(c => (Make.IsNull(c.Item1), false))));

    private static Gen<(Expression, long)> Constants => Gen.Int[-3, 3].Select(n => ((Expression)Number(n), (long)n));

    private static Gen<(Expression, bool)> Comparisons => Gen.Select(Numbers, Numbers, Gen.OneOf(new[] { BinaryOperator.LessThan, BinaryOperator.NotEqual, BinaryOperator.NotDistinct }.Select(Gen.Const).ToArray()), (l, r, op) => (
        Make.Compare(op, l.Tree, r.Tree),
        op switch { BinaryOperator.LessThan => l.Value < r.Value, BinaryOperator.NotEqual => l.Value != r.Value, _ => l.Value == r.Value }));

    [Fact]
    public void A_number_means_its_tree()
    {
        using var duck = new Duck();
        Numbers.Sample(n => duck.Value("CAST(" + n.Tree.DuckDb() + " AS BIGINT)") == n.Value.ToString(CultureInfo.InvariantCulture), threads: 1, iter: 500);
    }

    [Fact]
    public void A_condition_means_its_tree()
    {
        using var duck = new Duck();
        Conditions.Sample(c => duck.Value(c.Tree.DuckDb()) == c.Value.ToString(), threads: 1, iter: 500);
    }

    [Fact]
    public void Both_dialects_put_the_same_parentheses() =>
        Conditions.Sample(c => c.Tree.DuckDb() == c.Tree.Snowflake(), iter: 500);

    private static long Compute(BinaryOperator op, long left, long right) => op switch
    {
        BinaryOperator.Add => left + right,
        BinaryOperator.Subtract => left - right,
        _ => left * right,
    };
}
