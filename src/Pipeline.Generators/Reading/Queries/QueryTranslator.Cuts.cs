using Microsoft.CodeAnalysis.Operations;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>Parts of texts by C#'s ranges and indexes from the end.</summary>
internal sealed partial class QueryTranslator
{
    private Expression Cut(IImplicitIndexerReferenceOperation cut, Scope scope)
    {
        var text = Expression(cut.Instance, scope);
        if (Unwrap(cut.Argument) is not IRangeOperation range)
        {
            var place = Place(cut.Argument, scope).Distance;
            return place is Literal { Value: "1" } ? FromEnd(text, place) : Make.Call("Left", SqlType.Varchar(1), FromEnd(text, place), Whole(1));
        }

        var start = range.LeftOperand is null ? (IsFromEnd: false, Distance: Whole(0)) : Place(range.LeftOperand, scope);
        var end = range.RightOperand is null ? (IsFromEnd: true, Distance: Whole(0)) : Place(range.RightOperand, scope);

        // The text from its start on, and of that all but what lies behind the end.
        var rest = start.IsFromEnd ? FromEnd(text, start.Distance) : IsZero(start.Distance) ? text : Make.Call("Substring", SqlType.Text, text, start.Distance);
        if (end.IsFromEnd) return IsZero(end.Distance) ? rest : Make.Call("Left", SqlType.Text, rest, Less(Make.Call("Length", SqlType.Int32, rest), end.Distance));
        if (start.IsFromEnd) throw Cannot(cut.Argument, "this range begins from the end and ends from the start", "count both from the same side");
        return IsZero(start.Distance)
            ? Make.Call("Left", SqlType.Text, text, end.Distance)
            : Make.Call("Substring", SqlType.Text, text, start.Distance, Less(end.Distance, start.Distance));
    }

    private (bool IsFromEnd, Expression Distance) Place(Microsoft.CodeAnalysis.IOperation place, Scope scope) => Unwrap(place) is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } hat
        ? (true, Expression(hat.Operand, scope))
        : (false, Expression(Unwrap(place), scope));

    private static Expression FromEnd(Expression text, Expression count) => Make.Call("Right", SqlType.Text, text, count);

    private static Expression Less(Expression count, Expression by) => (count, by) switch
    {
        (_, Literal { Value: "0" }) => count,
        (Literal { Value: { } whole }, Literal { Value: { } part }) => Whole(Number(whole) - Number(part)),
        _ => new BinaryExpression(BinaryOperator.Subtract, count, by, SqlType.Int32, count.Nullable || by.Nullable),
    };

    private static bool IsZero(Expression count) => count is Literal { Value: "0" };

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Literal Whole(int number) => Literal.Integer(number) with { Type = SqlType.Int32 };
}
