using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>One value of the rows of a group or a pivot.</summary>
internal sealed partial class QueryTranslator
{
    private static AggregateCall Sum(Expression value) =>
        new("Sum", [value], value.Type.Kind == SqlTypeKind.Number ? SqlType.Number(38, value.Type.Scale) : value.Type, Nullable: true);

    // Nulls alone add up to nothing in SQL and to 0 in C#.
    private static Expression OrZero(Expression sum) => Make.Coalesce(sum, new Literal("0", sum.Type));

    private static AggregateCall Mean(Expression value) =>
        new("Average", [value], value.Type.Kind == SqlTypeKind.Float ? SqlType.Float : SqlType.Number(38, Math.Max(value.Type.Scale, Math.Min(12, value.Type.Scale + 6))), value.Nullable);

    // The value of the row that comes first by the order. A key that is never null can be asked for directly; else nulls have their place.
    private static AggregateCall Outermost(Expression value, EquatableArray<Ordering> order) =>
        order.All(o => !o.Value.Nullable) && (order.All(o => o.Descending) || order.All(o => !o.Descending))
            ? new(order[0].Descending ? "LastBy" : "FirstBy", order.Select(o => o.Value).Prepend(value).ToEquatableArray(), value.Type, value.Nullable)
            : new("First", [value], value.Type, value.Nullable) { OrderBy = order };

    private Expression PivotAggregate(PivotValue pivot, IInvocationOperation call, Scope scope)
    {
        var filter = Same(pivot.Column, Expression(call.Arguments[0].Value, scope), negated: false, filter: true);
        AggregateCall Of(AggregateCall aggregate) => aggregate with { Filter = filter, Nullable = true };
        return call.TargetMethod.Name switch
        {
            "Sum" => OrZero(Of(Sum(pivot.Cell))),
            "Average" => Of(Mean(pivot.Cell)),
            "Min" or "Max" => Of(new(call.TargetMethod.Name, [pivot.Cell], pivot.Cell.Type, true)),
            "Count" => Make.CountIf(filter),
            _ => throw Cannot(call, $"'{call.TargetMethod.Name}' of a pivot can't be translated to SQL", "use Sum, Average, Min, Max or Count"),
        };
    }

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

    // No database computes an aggregate of aggregates in one go.
    private static Expression OfRowsAlone(Expression computed, IInvocationOperation call)
    {
        var aggregate = computed is FunctionCall { Function: "Coalesce", Arguments: [AggregateCall inner, ..] } ? inner : computed as AggregateCall;
        return aggregate is not null && aggregate.Arguments.Concat(aggregate.OrderBy.Select(o => o.Value)).Any(Finder<AggregateCall>.IsIn)
            ? throw Cannot(call, $"'{call.TargetMethod.Name}' is computed of the rows of a group, and another aggregate is no value of a row", "compute that in a query of its own, and join it by the group's key")
            : computed;
    }

    private Expression Separator(IInvocationOperation call, Scope scope) => Expression(call.Arguments[0].Value, scope) is Literal separator
        ? separator
        : throw Cannot(call.Arguments[0], "texts are joined by a constant", "write the separator out");

    private static Literal ShareOf(IOperation operation) => Convert.ToDecimal(Constant(operation), System.Globalization.CultureInfo.InvariantCulture) is >= 0 and <= 1 and var share
        ? NumberTypes.LiteralOf(share)
        : throw Cannot(operation, "a percentile is a share of the rows", "give a number from 0 to 1, as 0.95");

    private static bool IsLambda(IOperation operation) => operation is IDelegateCreationOperation { Target: IAnonymousFunctionOperation } or IAnonymousFunctionOperation;

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
                return sum.Arguments[0].Nullable ? OrZero(sum) : sum with { Nullable = false };
            case "Average":
                return Mean(Argument());
            case "Min" or "Max":
                var value = Argument();
                return new AggregateCall(call.TargetMethod.Name, [value], value.Type, value.Nullable);
            case "Last":
                var last = Argument();
                var order = Lambda(call.Arguments[1].Value);
                return Outermost(last, Orderings(ResultOf(order), Bind(order, scope, group.Element), descending: true));
            case "Percentile":
                var measured = Argument(1);
                return new AggregateCall("Percentile", [measured, ShareOf(call.Arguments[0].Value)], Mean(measured).Type, measured.Nullable);
            // Of nulls alone BOOLOR_AGG is null.
            case "Any": return new AggregateCall("BoolOr", [Condition(ResultOf(Lambda(call.Arguments[0].Value)), Bind(Lambda(call.Arguments[0].Value), scope, group.Element), filter: false)], SqlType.Boolean, Nullable: false);
            case "All": return new AggregateCall("BoolAnd", [Condition(ResultOf(Lambda(call.Arguments[0].Value)), Bind(Lambda(call.Arguments[0].Value), scope, group.Element), filter: false)], SqlType.Boolean, Nullable: false);
            case "Join":
                var text = Argument(1);
                return Make.Coalesce(new AggregateCall("Join", [text, Separator(call, scope)], SqlType.Text, true) { OrderBy = [new(text)] }, Literal.Text(""));
            case "First":
                var first = Argument();
                var from = Lambda(call.Arguments[1].Value);
                return Outermost(first, Orderings(ResultOf(from), Bind(from, scope, group.Element), descending: false));
            case "JoinDistinct":
                var distinct = Argument(1);
                return Make.Coalesce(new AggregateCall("Join", [distinct, Separator(call, scope)], SqlType.Text, true) { OrderBy = [new(distinct)], Distinct = true }, Literal.Text(""));
            case "PercentileDisc":
                var ranked = Argument(1);
                return new AggregateCall("PercentileDisc", [ranked, ShareOf(call.Arguments[0].Value)], ranked.Type, ranked.Nullable);
            case "Median":
                var middle = Argument();
                return new AggregateCall("Median", [middle], Mean(middle).Type, middle.Nullable);
            // The others are the aggregates of their own names.
            case var name when call.Arguments.Length > 0 && call.Arguments.All(a => IsLambda(a.Value)):
                var given = call.Arguments.OrderBy(a => a.Parameter!.Ordinal).Select(a => Expression(ResultOf(Lambda(a.Value)), Bind(Lambda(a.Value), scope, group.Element))).ToEquatableArray();
                var type = call.TargetMethod.OriginalDefinition.ReturnType is ITypeParameterSymbol ? given[0].Type : ColumnTypes.Of(call.TargetMethod.ReturnType) ?? throw NoWord(call, call.TargetMethod);
                return new AggregateCall(name, given, type, ColumnTypes.IsNullable(call.TargetMethod.ReturnType));
            default: throw Cannot(call, $"'{call.TargetMethod.Name}' of a group can't be translated to SQL yet", "use Count, CountDistinct, Sum, Average, Min, Max, Last, Percentile, Any, All or Join");
        }
    }
}
