using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>Choices: the conditional, <c>??</c>, <c>?.</c> and <c>switch</c>.</summary>
internal sealed partial class QueryTranslator
{
    private Value Choose(IConditionalOperation choice, IOperation otherwise, Scope scope)
    {
        var condition = Condition(choice.Condition, scope, filter: true);
        var whenTrue = Knowing(Facts.Of(condition), () => Known(Eval(choice.WhenTrue, scope)));
        var whenFalse = Knowing(Facts.OfNot(condition), () => Known(Eval(otherwise, scope)));
        if (condition == Make.True) return whenTrue;
        if (condition == Make.False) return whenFalse;
        if (Resolve(whenTrue) is JsonValue left && Resolve(whenFalse) is JsonValue right)
        {
            return new JsonValue(Make.Case([new(condition, left.As(SqlType.Variant))], right.As(SqlType.Variant), SqlType.Variant), []);
        }

        var (then, not) = (ToExpression(whenTrue, choice.WhenTrue), ToExpression(whenFalse, otherwise));
        if (IsStrictIn(condition, then, not) is { } strict) return new Scalar(strict);
        return new Scalar(IsNullWhenEmpty(condition, then, not)
            ? new FunctionCall("NullIf", [then, Literal.Text("")], then.Type, Nullable: true)
            : CaseOf([new(condition, then)], not, choice.Type));
    }

    // x is { } y ? Round(y) : null says what Round does by itself.
    private static Expression? IsStrictIn(Expression condition, Expression then, Expression otherwise) =>
        condition is IsNullExpression { Negated: true, Operand: var tried } && otherwise is Literal { Value: null }
        && then is FunctionCall { Function: "RoundToEven" or "Round" or "Truncate" or "Floor" or "Ceiling" or "Abs" or "Trim" or "Upper" or "Lower" } call
        && call.Arguments[0] is FunctionCall or ColumnReference or JsonPath && AsNullable(call.Arguments[0]).Equals(AsNullable(tried))
            ? call with { Arguments = call.Arguments.Skip(1).Prepend(tried).ToEquatableArray(), Nullable = true }
            : null;

    private static Expression AsNullable(Expression expression) => expression switch
    {
        FunctionCall call => call with { Nullable = true },
        ColumnReference column => column with { Nullable = true },
        JsonPath path => path with { Nullable = true },
        _ => expression,
    };

    // text is { Length: > 0 } ? text : null says what SQL has a word for.
    private static bool IsNullWhenEmpty(Expression condition, Expression then, Expression otherwise) =>
        otherwise is Literal { Value: null } && condition is BinaryExpression
        {
            Operator: BinaryOperator.GreaterThan, Left: FunctionCall { Function: "Length", Arguments: [var text] }, Right: Literal { Value: "0" },
        }
        && text.Equals((then, text) switch
        {
            // What a pattern has found isn't null; the text itself may be.
            (FunctionCall call, FunctionCall) => call with { Nullable = text.Nullable },
            (ColumnReference column, ColumnReference) => column with { Nullable = text.Nullable },
            _ => then,
        });

    // Reads what is only reached where these aren't null. What the reading itself comes to know is forgotten too:
    // the rows of a subquery are filtered, not the row outside.
    private T Knowing<T>(IEnumerable<Expression> facts, Func<T> read)
    {
        var before = known.Count;
        known.AddRange(facts);
        var result = read();
        known.RemoveRange(before, known.Count - before);
        return result;
    }

    // A scalar with what is known of it here; later on that is forgotten.
    private Value Known(Value value) => Resolve(value) is Scalar scalar ? new Scalar(Facts.Apply(scalar.Expression, known)) : value;

    private static Expression CaseOf(IReadOnlyList<CaseBranch> branches, Expression? otherwise, ITypeSymbol? type)
    {
        var values = branches.Select(b => b.Then).Concat(otherwise is null ? [] : [otherwise]).ToList();
        var typed = values.FirstOrDefault(v => v is not Literal { Value: null }) ?? values[0];
        values.RemoveAll(v => v is Literal { Value: null });
        if (values.Count == 0) values.Add(typed);
        var sql = typed.Type.Kind == SqlTypeKind.Number
            ? SqlType.Number(Math.Min(38, values.Max(v => v.Type.Precision - v.Type.Scale) + values.Max(v => v.Type.Scale)), values.Max(v => v.Type.Scale))
            : type is not null && typed.Type.Kind != SqlTypeKind.Text && ColumnTypes.Of(type) is { } known ? known : typed.Type.Kind == SqlTypeKind.Text ? SqlType.Text : typed.Type;
        // A CASE without ELSE gives null.
        return Make.Case(branches, otherwise is Literal { Value: null } ? null : otherwise, sql);
    }

    private Value Coalesce(ICoalesceOperation operation, Scope scope)
    {
        if (Unwrap(operation.WhenNull) is IThrowOperation) throw Cannot(operation.WhenNull, "'throw' can't be translated to SQL", "use OrReject(\"reason\")");
        var value = Eval(operation.Value, scope);
        var fallback = Eval(operation.WhenNull, scope);
        var (left, right) = (ToExpression(value, operation.Value), ToExpression(fallback, operation.WhenNull));
        if (!left.Nullable) return value;
        var arguments = left is FunctionCall { Function: "Coalesce" } chain ? chain.Arguments.Append(right).ToEquatableArray() : [left, right];
        return new Scalar(new FunctionCall("Coalesce", arguments, Wider(left.Type, right.Type), right.Nullable));
    }

    private Value Access(IConditionalAccessOperation access, Scope scope)
    {
        var target = Eval(access.Operation, scope);
        var inner = new Scope(scope) { Accessed = Resolve(target) is Scalar { Expression: ColumnReference c } ? new Scalar(c) : target };
        var value = Eval(access.WhenNotNull, inner);
        return Nullable(value);
    }

    private Value Switch(ISwitchExpressionOperation choice, Scope scope)
    {
        var input = Eval(choice.Value, scope);
        var branches = new List<CaseBranch>();
        Expression? otherwise = null;

        // What the arms before have not matched.
        var passed = new List<Expression>();
        foreach (var arm in choice.Arms)
        {
            var inner = new Scope(scope);
            var condition = Pattern(arm.Pattern, input, inner, filter: true, choice.Value);
            if (arm.Guard is not null) condition = Both(condition, Condition(arm.Guard, inner, filter: true));
            if (Unwrap(arm.Value) is IThrowOperation) throw Cannot(arm.Value, "'throw' can't be translated to SQL", "give null and say OrReject(\"reason\") on the whole");
            var value = Knowing(Facts.Of(condition).Concat(passed), () => ToExpression(Value(arm.Value, inner), arm.Value));
            if (condition == Make.True)
            {
                otherwise = value;
                break;
            }

            branches.Add(new(condition, value));
            passed.AddRange(Facts.OfNot(condition));
        }

        if (otherwise is null)
        {
            // Where the arms before it leave nothing else, the last one needs no condition.
            if (!choice.IsExhaustive) throw Cannot(choice, "a value that no arm is for would be an error in C# and null in SQL", "add an arm '_ => ..'");
            otherwise = branches[branches.Count - 1].Then;
            branches.RemoveAt(branches.Count - 1);
        }

        return new Scalar(branches.Count == 0 ? otherwise! : CaseOf(branches, otherwise, choice.Type));
    }
}
