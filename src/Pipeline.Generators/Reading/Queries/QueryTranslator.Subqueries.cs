using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>One value of a query: a subquery, which may refer to the row outside.</summary>
internal sealed partial class QueryTranslator
{
    // The rows of a join .. into are asked for where their row still is; anything else reads its rows where it stands.
    private Value OfRows(IInvocationOperation call, Scope scope) => Knowing([], () => StandingAlone(call, () => OfRowsThere(call, scope)));

    private Value OfRowsThere(IInvocationOperation call, Scope scope)
    {
        if (Unwrap(call.Instance!) is not IPropertyReferenceOperation { Instance: not null } held || IsChanges(held)) return OfRows(Rows(call.Instance!, scope), call, scope);
        return OfHeld(Eval(held, scope), call, scope);
    }

    private Value OfHeld(Value target, IInvocationOperation call, Scope scope)
    {
        switch (Resolve(target))
        {
            case QueryValue rows: return OfRows(rows.Make(), call, scope);
            case StepValue step when call.TargetMethod.Name != "FirstOrDefault":
                return new Scalar(step.Step.Column(step.Alias, SqlName.Of(call.TargetMethod.Name), ToExpression(OfHeld(step.Inner, call, scope), call)));
            default: throw Cannot(call, "these rows can't be read here any more", "compute it with 'let' right after the join");
        }
    }

    private Value OfRows(Relation relation, IInvocationOperation call, Scope scope)
    {
        relation = Settle(relation);
        if (call.TargetMethod.Name == "FirstOrDefault") return First(relation, call);
        if (relation.IsLate) relation = MakeStep(relation, "ROWS_TO_COUNT");
        relation.OrderBy.Clear();
        return new Scalar(Joinable(Subquery(relation, call, scope), call));
    }

    private Expression Subquery(Relation relation, IInvocationOperation call, Scope scope)
    {
        var lambda = call.Arguments.Length > 0 && call.TargetMethod.Name != "Contains" ? Lambda(call.Arguments[0].Value) : null;
        Expression Argument() => Expression(ResultOf(lambda!), Bind(lambda!, scope, relation.Element));
        ScalarSubquery One(Expression value, bool nullable) => new(relation.Select([new("VALUE", value)]), value.Type, nullable);
        ExistsExpression Exists(bool negated) => new(relation.Select([new("FOUND", Literal.Integer(1))]), negated);
        switch (call.TargetMethod.Name)
        {
            case "Any":
                if (lambda is not null) relation.And(Filter(relation, lambda, scope));
                return Exists(negated: false);
            case "All":
                relation.And(Negate(Condition(ResultOf(lambda!), Bind(lambda!, scope, relation.Element), filter: false)));
                return Exists(negated: true);
            case "Contains":
                var (own, sought) = (Parts(relation.Element, call), Parts(Eval(call.Arguments[0].Value, scope), call.Arguments[0]));
                if (own.Count != sought.Count) throw Cannot(call, "the rows have another number of columns than the value", "select the columns to compare");
                relation.And(own.Zip(sought, (l, r) => Same(l, r, negated: false, filter: true)).Aggregate(Both));
                return Exists(negated: false);
            case "Count":
                if (lambda is not null) relation.And(Filter(relation, lambda, scope));
                return One(Make.Count(), nullable: false);
            case "CountDistinct":
                return One(new AggregateCall("CountDistinct", Parts(Eval(ResultOf(lambda!), Bind(lambda!, scope, relation.Element)), lambda!).ToEquatableArray(), SqlType.Int64, false), nullable: false);
            case "Sum": return OrZero(One(Sum(Argument()), nullable: true));
            case "Average": return One(Mean(Argument()) with { Nullable = true }, nullable: true);
            case "Min" or "Max":
                var value = Argument();
                return One(new AggregateCall(call.TargetMethod.Name, [value], value.Type, true), nullable: true);
            case "Share":
                var share = Condition(ResultOf(lambda!), Bind(lambda!, scope, relation.Element), filter: true);
                Expression Of(int whole) => Literal.Integer(whole) with { Type = SqlType.Int32 };
                return Make.Coalesce(One(Mean(Make.Case([new(share, Of(1))], Of(0), SqlType.Int32)) with { Nullable = true }, nullable: true), new Literal("0", SqlType.Number(38, 6)));
            default:
                throw Cannot(call, $"'{call.TargetMethod.Name}' can't be translated to SQL here", "use Any, All, Contains, FirstOrDefault, Count, CountDistinct, Sum, Average, Min, Max or Share");
        }
    }

    // A subquery with LIMIT 1 may not refer to the row outside; an aggregate that takes the first by the order may.
    private Value First(Relation relation, IInvocationOperation call)
    {
        if (relation.OrderBy.Count == 0) throw Cannot(call, "rows have no order of their own, so there is no first", "say OrderBy before");
        if (relation.IsLate) throw Cannot(call, "the first of these rows can't be taken in a subquery", "filter and order them, and take the first");
        var order = relation.OrderBy.ToEquatableArray();
        relation.OrderBy.Clear();
        return relation.Element is Composite or RowValue or StepValue { Inner: not Scalar } ? new FirstValue(relation, order, call) : new Scalar(FirstOf(new(relation, order, call), ToExpression(relation.Element, call)));
    }

    private ScalarSubquery FirstOf(FirstValue first, Expression value) =>
        Joinable(new ScalarSubquery(first.Rows.Select([new("VALUE", Outermost(value, first.Order) with { Nullable = true })]), value.Type, Nullable: true), first.Call);
}
