using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>Operators that bring further rows beside those at hand.</summary>
internal sealed partial class QueryTranslator
{
    private Relation SelectMany(Relation relation, IAnonymousFunctionOperation inner, IAnonymousFunctionOperation result, Scope scope)
    {
        if (relation.IsLate) relation = MakeStep(relation, "ROWS_TO_JOIN");
        var other = Settle(Rows(ResultOf(inner), Bind(inner, scope, relation.Element)));
        if (!other.IsPlain && other.From is not FlattenSource) other = MakeStep(other, "ROWS_TO_CROSS");
        relation.Joins.Add(new(JoinKind.Cross, other.From!, null));
        if (other.Where is not null) relation.And(other.Where);
        relation.Element = Eval(ResultOf(result), Bind(result, scope, relation.Element, other.Element));
        return relation;
    }

    private Relation Join(Relation relation, IReadOnlyList<IOperation> arguments, Scope scope)
    {
        if (relation.IsLate) relation = MakeStep(relation, "ROWS_TO_JOIN");
        var optional = IsOptional(arguments[0]);
        var other = Settle(Rows(arguments[0], scope));

        // What is computed of a row that isn't there would not be null: it is computed before.
        if (!other.IsPlain || (optional && other.Element is not (RowValue or StepValue))) other = MakeStep(other, NameOf(other.From, "_TO_FIND"));
        var (outerKey, innerKey, result) = (Lambda(arguments[1]), Lambda(arguments[2]), Lambda(arguments[3]));
        var left = Key(ref relation, outerKey, scope);
        var right = Key(ref other, innerKey, scope);
        if (left.Count != right.Count) throw Cannot(innerKey, "the keys of the join have a different number of parts", "compare as many on both sides");

        relation.Joins.Add(new(optional ? JoinKind.Left : JoinKind.Inner, other.From!, Make.And(left.Zip(right, Make.Equal))));
        var element = !optional ? other.Element
            : other.Element is RowValue row ? new RowValue(row.Alias, row.Shape, optional: true)
            : new OptionalValue(other.Element, right[0]);
        relation.Element = Eval(ResultOf(result), Bind(result, scope, relation.Element, element));
        return relation;
    }

    private static bool IsOptional(IOperation operation) => operation switch
    {
        IArgumentOperation argument => IsOptional(argument.Value),
        IConversionOperation conversion => IsOptional(conversion.Operand),
        _ => operation.Type.Word() == "OptionalQuery",
    };

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

    private Relation Flatten(IInvocationOperation call, Scope scope)
    {
        var argument = call.Arguments[0].Value;
        if (Resolve(Eval(argument, scope)) is not JsonValue json) throw Cannot(argument, "this is no array of a JSON document", "flatten a list of a document's shape");
        var alias = Alias("element");
        return new(new FlattenSource(alias, json.As(SqlType.Variant)), new JsonValue(new ColumnReference(alias, "VALUE", SqlType.Variant, true), []));
    }
}
