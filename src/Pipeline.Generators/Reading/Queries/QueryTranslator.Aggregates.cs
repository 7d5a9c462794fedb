using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>One value of many rows: of a query, a group or a window.</summary>
internal sealed partial class QueryTranslator
{
    // A query that gives one value: it may refer to the row outside.
    private Expression Subquery(IInvocationOperation call, Scope scope)
    {
        var relation = Settle(Rows(call.Instance!, scope));
        if (relation.IsLate) relation = MakeStep(relation, "ROWS_TO_COUNT");
        var lambda = call.Arguments.Length > 0 ? Lambda(call.Arguments[0].Value) : null;
        Expression Argument() => Expression(ResultOf(lambda!), Bind(lambda!, scope, relation.Element));
        SelectQuery One(Expression value) => relation.Select([new("VALUE", value)]);
        switch (call.TargetMethod.Name)
        {
            case "Any":
                if (lambda is not null) relation.And(Filter(relation, lambda, scope));
                return new ExistsExpression(relation.Select([new("FOUND", Literal.Integer(1))]), Negated: false);
            case "Count": return new ScalarSubquery(One(Make.Count()), SqlType.Int64, Nullable: false);
            case "CountDistinct": return new ScalarSubquery(One(new AggregateCall("Count", [Argument()], SqlType.Int64, false) { Distinct = true }), SqlType.Int64, Nullable: false);
            case "Sum":
                var sum = Sum(Argument());
                return Make.Coalesce(new ScalarSubquery(One(sum), sum.Type, Nullable: true), new Literal("0", sum.Type));
            case "Min" or "Max":
                var value = Argument();
                return new ScalarSubquery(One(new AggregateCall(call.TargetMethod.Name, [value], value.Type, true)), value.Type, Nullable: true);
            default:
                throw Cannot(call, $"'{call.TargetMethod.Name}' can't be translated to SQL here", "use Any, Count, CountDistinct, Sum, Min or Max");
        }
    }

    private static AggregateCall Sum(Expression value) =>
        new("Sum", [value], value.Type.Kind == SqlTypeKind.Number ? SqlType.Number(38, value.Type.Scale) : value.Type, Nullable: true);

    // What is computed of a group or a window is computed in the SELECT that has it; later ones read it as a column.
    private Expression Within(Value target, IInvocationOperation call, Func<Value, Expression?> compute)
    {
        switch (Resolve(target))
        {
            case StepValue step:
                var value = Within(step.Inner, call, compute);
                var operand = value switch { AggregateCall { Arguments: [ColumnReference c, ..] } => "_" + c.Column, WindowCall { Arguments: [ColumnReference c, ..] } => "_" + c.Column, _ => "" };
                return step.Step.Column(step.Alias, SqlName.Of(call.TargetMethod.Name) + operand, value);
            case var other:
                return compute(other) ?? throw Cannot(call, $"'{call.TargetMethod.Name}' has no rows to compute over here", "compute it before the next query reads the result");
        }
    }

    private Expression Aggregate(GroupValue group, IInvocationOperation call, Scope scope)
    {
        Expression Argument(int index = 0)
        {
            var lambda = Lambda(call.Arguments[index].Value);
            return Expression(ResultOf(lambda), Bind(lambda, scope, group.Element));
        }

        Expression Test() => Lambda(call.Arguments[0].Value) is var lambda ? Condition(ResultOf(lambda), Bind(lambda, scope, group.Element), filter: true) : Make.True;
        switch (call.TargetMethod.Name)
        {
            case "Count" when call.Arguments.Length == 0: return Make.Count();
            case "Count": return Make.CountIf(Test());
            case "CountDistinct":
                var counted = Lambda(call.Arguments[0].Value);
                return new AggregateCall("CountDistinct", Parts(Eval(ResultOf(counted), Bind(counted, scope, group.Element)), counted).ToEquatableArray(), SqlType.Int64, Nullable: false);
            case "Sum":
                var sum = Sum(Argument());
                // Nulls alone add up to nothing in SQL and to 0 in C#.
                return sum.Arguments[0].Nullable ? Make.Coalesce(sum, new Literal("0", sum.Type)) : sum with { Nullable = false };
            case "Average":
                var average = Argument();
                return new AggregateCall("Average", [average], average.Type.Kind == SqlTypeKind.Float ? SqlType.Float : SqlType.Number(38, Math.Min(12, average.Type.Scale + 6)), average.Nullable);
            case "Min" or "Max":
                var value = Argument();
                return new AggregateCall(call.TargetMethod.Name, [value], value.Type, value.Nullable);
            case "Last":
                var last = Argument();
                var order = Lambda(call.Arguments[1].Value);
                var keys = Parts(Eval(ResultOf(order), Bind(order, scope, group.Element)), order);
                return new AggregateCall("LastBy", keys.Prepend(last).ToEquatableArray(), last.Type, last.Nullable);
            case "Any": return new AggregateCall("BoolOr", [Test()], SqlType.Boolean, Nullable: false);
            case "All": return new AggregateCall("BoolAnd", [Condition(ResultOf(Lambda(call.Arguments[0].Value)), Bind(Lambda(call.Arguments[0].Value), scope, group.Element), filter: false)], SqlType.Boolean, Nullable: false);
            case "Join":
                var text = Argument(1);
                return Make.Coalesce(new AggregateCall("Join", [text, Expression(call.Arguments[0].Value, scope)], SqlType.Text, true) { OrderBy = [new(text)] }, Literal.Text(""));
            default: throw Cannot(call, $"'{call.TargetMethod.Name}' of a group can't be translated to SQL yet", "use Count, Sum, Average, Min, Max, Last, Any, All or Join");
        }
    }

    private Expression WindowAggregate(WindowValue window, IInvocationOperation call, Scope scope)
    {
        Expression Argument(int index)
        {
            var lambda = Lambda(call.Arguments[index].Value);
            return Expression(ResultOf(lambda), Bind(lambda, scope, window.Row));
        }

        switch (call.TargetMethod.Name)
        {
            case "RunningSum":
                var running = Argument(0);
                return SumOver(window, running, WindowFrame.UpToCurrentRow);
            case "Sum":
                return SumOver(window, Argument(0), WindowFrame.WholePartition);
            case "Max" or "Min":
                var value = Argument(0);
                return Over(window, call.TargetMethod.Name, [value], value.Type, value.Nullable, WindowFrame.WholePartition);
            case "MovingAverage":
                var moving = Argument(1);
                return Over(window, "Average", [moving], SqlType.Number(38, Math.Min(12, moving.Type.Scale + 6)), moving.Nullable, WindowFrame.Moving) with
                {
                    Preceding = Convert.ToInt32(Constant(call.Arguments[0].Value), CultureInfo.InvariantCulture),
                };
            default: throw Cannot(call, $"'{call.TargetMethod.Name}' of a window can't be translated to SQL", "use RunningSum, Sum, Max or MovingAverage");
        }
    }

    // Nulls alone add up to nothing in SQL and to 0 in C#.
    private static Expression SumOver(WindowValue window, Expression value, WindowFrame frame)
    {
        var sum = Over(window, "Sum", [value], Sum(value).Type, value.Nullable, frame);
        return value.Nullable ? Make.Coalesce(sum, new Literal("0", sum.Type)) : sum;
    }
}
