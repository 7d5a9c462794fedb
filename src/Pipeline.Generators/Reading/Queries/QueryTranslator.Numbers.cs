using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>Arithmetic and conversions.</summary>
internal sealed partial class QueryTranslator
{
    private Value Conversion(IConversionOperation conversion, Scope scope)
    {
        var value = Eval(conversion.Operand, scope);
        if (conversion.Operand.Type is null || conversion.Type is null || Resolve(value) is not Scalar scalar) return value;
        if (conversion.OperatorMethod is { ContainingType.SpecialType: not SpecialType.System_Decimal })
        {
            throw Cannot(conversion, $"the conversion from '{conversion.Operand.Type.Name}' to '{conversion.Type.Name}' can't be translated to SQL", "use a Sql function");
        }

        var (from, to) = (ColumnTypes.Plain(conversion.Operand.Type), ColumnTypes.Plain(conversion.Type));
        if (SymbolEqualityComparer.Default.Equals(from, to) || ColumnTypes.Of(to) is not { } type || ColumnTypes.Of(from) is not { } source) return value;
        if (OwnEnum(from) is { } values && to.TypeKind != TypeKind.Enum) return new Scalar(NumberOf(scalar.Expression, values));
        if (OwnEnum(to) is { } members && from.TypeKind != TypeKind.Enum) return new Scalar(MemberOf(scalar.Expression, members));

        if (from.SpecialType == SpecialType.System_Char && type.Kind == SqlTypeKind.Number) return new Scalar(Make.Call("Unicode", type, scalar.Expression));
        if (to.SpecialType == SpecialType.System_Char && source.Kind == SqlTypeKind.Number) return new Scalar(Make.Call("Chr", type, scalar.Expression));

        // Widening says nothing in SQL; a literal takes its type at once.
        if (source.Kind == type.Kind && type.Kind == SqlTypeKind.Number && conversion.IsImplicit) return value;
        if (source.Kind == SqlTypeKind.Number && type == SqlType.Decimal) return value;
        if (type is { Kind: SqlTypeKind.Number, Scale: 0 } && (source.Kind == SqlTypeKind.Float || source.Scale > 0))
        {
            // C# cuts the fraction off, SQL would round it.
            return new Scalar(new CastExpression(new FunctionCall("Truncate", [scalar.Expression], scalar.Expression.Type, scalar.Expression.Nullable), type));
        }

        return source == type ? value : new Scalar(new CastExpression(scalar.Expression, type));
    }

    private Expression Arithmetic(IBinaryOperation binary, Scope scope)
    {
        var (left, right) = (Expression(binary.LeftOperand, scope), Expression(binary.RightOperand, scope));
        if (binary.OperatorKind == BinaryOperatorKind.Add && binary.Type?.SpecialType == SpecialType.System_String)
        {
            return new BinaryExpression(BinaryOperator.Concat, AsText(left, binary.LeftOperand), AsText(right, binary.RightOperand), SqlType.Text, false);
        }

        if (TimeArithmetic(binary, left, right) is { } time) return time;

        if (binary.OperatorMethod is { ContainingType.SpecialType: SpecialType.None } own) throw NoWord(binary, own);
        if (left.Type.Kind is not (SqlTypeKind.Number or SqlTypeKind.Float) || right.Type.Kind is not (SqlTypeKind.Number or SqlTypeKind.Float))
        {
            throw Cannot(binary, $"'{binary.OperatorKind}' of {left.Type.Kind} and {right.Type.Kind} can't be translated to SQL", "use a Sql function, or take out the part to compute with");
        }

        var isInteger = ColumnTypes.Of(binary.Type!) is { Kind: SqlTypeKind.Number, Scale: 0 };
        var op = binary.OperatorKind switch
        {
            BinaryOperatorKind.Add => BinaryOperator.Add,
            BinaryOperatorKind.Subtract => BinaryOperator.Subtract,
            BinaryOperatorKind.Multiply => BinaryOperator.Multiply,
            BinaryOperatorKind.Divide => isInteger ? BinaryOperator.IntegerDivide : BinaryOperator.Divide,
            BinaryOperatorKind.Remainder => BinaryOperator.Modulo,
            _ => throw Cannot(binary, $"the operator '{binary.OperatorKind}' can't be translated to SQL", "use arithmetic, comparison or Sql.Raw"),
        };
        if (op == BinaryOperator.Multiply && NumberTypes.LosesScale(left.Type, right.Type))
        {
            throw Cannot(
                binary,
                $"the product of {NumberTypes.Spell(left.Type)} and {NumberTypes.Spell(right.Type)} has {left.Type.Scale + right.Type.Scale} digits after the point, of which Snowflake keeps {NumberTypes.ScaleOfProduct(left.Type, right.Type)}",
                "round one of them with Math.Round(x, digits), or say with [Number] how many digits its column has");
        }

        return new BinaryExpression(op, left, right, NumberTypes.Of(op, left.Type, right.Type, ColumnTypes.Of(binary.Type!)), left.Nullable || right.Nullable);
    }

    private static SqlType Wider(SqlType left, SqlType right) => NumberTypes.Wider(left, right);
}
