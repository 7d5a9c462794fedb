using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>Operators that bring further rows beside those at hand.</summary>
internal sealed partial class QueryTranslator
{
    private Relation SelectMany(Relation relation, IAnonymousFunctionOperation inner, IAnonymousFunctionOperation? result, Scope scope)
    {
        if (relation.IsLate) relation = MakeStep(relation, "ROWS_TO_JOIN");
        var rows = Unwrap(ResultOf(inner));
        var isOptional = rows is IInvocationOperation { TargetMethod.Name: "DefaultIfEmpty", TargetMethod.ContainingType: var type } && type.Word() == "Query";
        if (isOptional) rows = ((IInvocationOperation)rows).Instance!;

        var outer = relation.Element;
        Relation Read() => Settle(Rows(rows, result?.Symbol.Parameters[1].Name, Bind(inner, scope, outer)));

        // Where no row may be found, what its filter tells holds for none.
        var other = isOptional ? Knowing([], Read) : Read();
        var isFlatten = other.From is FlattenSource;
        if (!other.IsPlain && !isFlatten && (other.IsLate || other.Joins.Count > 0)) other = MakeStep(other, "ROWS_TO_CROSS");

        // A filter on the inner rows is the condition of a join; the elements of an array have none.
        var kind = isOptional ? JoinKind.Left : other.Where is null || isFlatten ? JoinKind.Cross : JoinKind.Inner;
        if (isFlatten && isOptional && other.Where is not null) throw Cannot(rows, "filtered elements of an array can't be optional", "filter them with 'where' after the 'from'");
        var on = kind == JoinKind.Cross || isFlatten ? null : other.Where ?? Make.True;
        relation.Joins.Add(new(kind, other.From!, on));
        if (other.Where is not null && on is null) relation.And(other.Where);
        var element = isOptional && !isFlatten ? MayBeMissing(ref other, [], isAlone: false, rows) : other.Element;
        relation.Element = result is null ? element : Eval(ResultOf(result), Bind(result, scope, relation.Element, element));
        return relation;
    }

    private Relation Join(Relation relation, IInvocationOperation call, IOperation source, IReadOnlyList<IOperation> arguments, Scope scope)
    {
        var name = call.TargetMethod.Name;
        var keepsLeft = name is "LeftJoin" or "FullJoin" || IsOptional(arguments[0]);
        var keepsRight = name is "RightJoin" or "FullJoin" || IsOptional(source);
        var isAsOf = Unwrap(arguments[0]).Type.Word() == "AsOfQuery";
        var other = Settle(Rows(arguments[0], Variable(arguments[2]), scope));

        // What is computed of a row that isn't there would not be null: it is computed before.
        if (!other.IsPlain || ((keepsLeft || isAsOf) && NeedsStep(other, keepsRight))) other = MakeStep(other, NameOf(other.From, "_TO_FIND"));
        if (relation.IsLate || (keepsRight && (relation.Where is not null || NeedsStep(relation, keepsLeft)))) relation = MakeStep(relation, "ROWS_TO_JOIN");
        if (keepsRight) relation.OrderBy.Clear();
        var (outerKey, innerKey, result) = (Lambda(arguments[1]), Lambda(arguments[2]), Lambda(arguments[3]));
        var left = Key(ref relation, outerKey, scope);
        var right = Key(ref other, innerKey, scope);
        if (left.Count != right.Count) throw Cannot(innerKey, "the keys of the join have a different number of parts", "compare as many on both sides");

        var equal = isAsOf ? left.Count - 1 : left.Count;
        var on = equal == 0 ? null : Make.And(left.Zip(right, Make.Equal).Take(equal));
        var kind = (isAsOf, keepsLeft, keepsRight) switch
        {
            (true, _, false) => JoinKind.AsOf,
            (true, _, true) => throw Cannot(call, "an as-of join keeps its left rows, so they can't be optional", "turn the sides round, or take Optional() away"),
            (_, true, true) => JoinKind.Full,
            (_, true, _) => JoinKind.Left,
            (_, _, true) => JoinKind.Right,
            _ => JoinKind.Inner,
        };
        var element = keepsLeft || isAsOf ? MayBeMissing(ref other, right, keepsRight, call) : other.Element;
        var own = keepsRight ? MayBeMissing(ref relation, left, keepsLeft, call) : relation.Element;
        relation.Joins.Add(new(kind, other.From!, on) { Match = isAsOf ? Make.Compare(BinaryOperator.GreaterOrEqual, left[equal], right[equal]) : null });
        relation.Element = Eval(ResultOf(result), Bind(result, scope, own, element));
        return relation;
    }

    private static bool IsOptional(IOperation operation) => operation switch
    {
        IArgumentOperation argument => IsOptional(argument.Value),
        IConversionOperation conversion => IsOptional(conversion.Operand),
        _ => operation.Type.Word() == "OptionalQuery",
    };

    // Only a row as it is, or one of a step, can be told from a row that isn't there.
    private static bool NeedsStep(Relation relation, bool isFull) => relation.Element switch
    {
        RowValue row => isFull && row.Shape.Columns.All(c => c.Nullable),
        StepValue step => isFull && !step.Step.CanGrow,
        _ => true,
    };

    // The element, where an outer join may have found none; its marker is null exactly where there is none.
    private Value MayBeMissing(ref Relation relation, IReadOnlyList<Expression> key, bool isAlone, IOperation at)
    {
        // In a full join a row may stand alone because its own key is null.
        var marker = key.FirstOrDefault(k => k is ColumnReference && !(isAlone && k.Nullable));
        switch (relation.Element)
        {
            case RowValue row when row.Shape.Columns.Any(c => !c.Nullable): return new RowValue(row.Alias, row.Shape, optional: true);
            case var element when marker is not null: return new OptionalValue(element, marker);
            case StepValue step when step.Step.CanGrow: return new OptionalValue(step, step.Step.Column(step.Alias, "IS_THERE", Literal.Integer(1)));
            case JsonValue json: return json;
            default: throw Cannot(at, "it can't be told here whether a row was found", "select the columns that are needed before the join, one of them not nullable");
        }
    }

    // The inner rows of a row: a filter by the key wherever they are read.
    private Relation GroupJoin(Relation relation, IReadOnlyList<IOperation> arguments, Scope scope)
    {
        if (relation.IsLate) relation = MakeStep(relation, "ROWS_TO_JOIN");
        var (innerKey, result) = (Lambda(arguments[2]), Lambda(arguments[3]));
        var left = Key(ref relation, Lambda(arguments[1]), scope);
        var source = RowsAsValue(arguments[0], scope);
        var matches = new QueryValue(() =>
        {
            var inner = Settle(((QueryValue)source).Make());
            if (inner.IsLate) inner = MakeStep(inner, NameOf(inner.From, "_TO_FIND"));
            var right = Key(ref inner, innerKey, scope);
            if (left.Count != right.Count) throw Cannot(innerKey, "the keys of the join have a different number of parts", "compare as many on both sides");
            inner.And(Make.And(left.Zip(right, (l, r) => Make.Equal(r, l))));
            return inner;
        });
        relation.Element = Eval(ResultOf(result), Bind(result, scope, relation.Element, matches));
        return relation;
    }

    private Relation AsOf(Relation relation, IOperation at, Scope scope, IOperation call)
    {
        if (relation.Element is not RowValue row || row.Shape.Columns.FirstOrDefault(c => (c.Roles & ColumnRoles.ValidFrom) != 0) is not { } from
            || row.Shape.Columns.FirstOrDefault(c => (c.Roles & ColumnRoles.ValidTo) != 0) is not { } to)
        {
            throw Cannot(call, "AsOf needs a dimension with history", "declare it with Scd.Type2, [ValidFrom] and [ValidTo]");
        }

        var time = Expression(at, scope);
        relation.And(Make.Compare(BinaryOperator.LessOrEqual, Make.Column(row.Alias, from), time));
        relation.And(Make.Or(Make.IsNull(Make.Column(row.Alias, to)), Make.Compare(BinaryOperator.GreaterThan, Make.Column(row.Alias, to), time)));
        return relation;
    }
}
