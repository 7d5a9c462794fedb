using Pipeline.Catalog;

namespace Pipeline.Sql.DuckDb;

/// <summary>
/// Numbers that are compared, or of which one is chosen, get one scale: DuckDB would give DECIMAL(38,1) and DECIMAL(12,4) the scale 1, since all digits of both
/// have no room in 38, and round the second silently.
/// </summary>
internal static class DuckDbScales
{
    private const int Widest = 38;

    public static Expression Aligned(Expression expression) => expression switch
    {
        CaseExpression e when ScaleOf(e.Branches.Select(b => b.Then).Concat(e.Else is null ? [] : [e.Else])) is { } scale => e with
        {
            Branches = e.Branches.Select(b => b with { Then = To(b.Then, scale) }).ToEquatableArray(), Else = e.Else is null ? null : To(e.Else, scale),
        },
        FunctionCall { Function: "Coalesce" or "NullIf" or "Least" or "Greatest" or "LeastPresent" or "GreatestPresent" } e when ScaleOf(e.Arguments) is { } scale =>
            e with { Arguments = e.Arguments.Select(a => To(a, scale)).ToEquatableArray() },
        BinaryExpression
        {
            Operator: BinaryOperator.Equal or BinaryOperator.NotEqual or BinaryOperator.LessThan or BinaryOperator.LessOrEqual or BinaryOperator.GreaterThan
                or BinaryOperator.GreaterOrEqual or BinaryOperator.Distinct or BinaryOperator.NotDistinct or BinaryOperator.Modulo,
        } e when ScaleOf([e.Left, e.Right]) is { } scale => e with { Left = To(e.Left, scale), Right = To(e.Right, scale) },
        InExpression e when ScaleOf(e.Values.Prepend(e.Operand)) is { } scale =>
            e with { Operand = To(e.Operand, scale), Values = e.Values.Select(v => To(v, scale)).ToEquatableArray() },
        _ => expression,
    };

    private static int? ScaleOf(IEnumerable<Expression> values)
    {
        var scales = values.Where(v => v.Type.Kind == SqlTypeKind.Number).Select(v => v.Type.Scale).Distinct().ToList();
        return scales.Count > 1 ? scales.Max() : null;
    }

    // Literals and whole numbers are narrow.
    private static Expression To(Expression value, int scale) =>
        value.Type.Kind == SqlTypeKind.Number && value.Type.Scale < scale && value is not (Literal or ColumnReference { Type.Scale: 0 })
            ? new CastExpression(value, SqlType.Number(Widest, scale))
            : value;
}
