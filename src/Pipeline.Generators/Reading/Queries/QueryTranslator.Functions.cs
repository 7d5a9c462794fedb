using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>Methods of <c>Sql</c>: each is the function of its own name, and its signature says what comes of it.</summary>
internal sealed partial class QueryTranslator
{
    private Value SqlFunction(IInvocationOperation call, Scope scope)
    {
        var method = call.TargetMethod;
        var given = call.Arguments.OrderBy(a => a.Parameter!.Ordinal).SelectMany(a => Given(a).Select(o => (Parameter: a.Parameter!, Value: EnumOrValue(o, scope)))).ToList();
        foreach (var (parameter, value) in given) ReadsConstant(parameter, value, call);
        var type = ResultType(call, method, given) ?? throw NoWord(call, method);
        var function = new FunctionCall(method.Name, given.Select(g => g.Value).ToEquatableArray(), type, MayBeNull(method, given));
        return type.Kind == SqlTypeKind.Variant ? new JsonValue(function, []) : new Scalar(function);
    }

    // Some arguments are a part of the statement: Snowflake asks for a constant there, and reads it before any row.
    private static void ReadsConstant(IParameterSymbol parameter, Expression value, IInvocationOperation call)
    {
        var method = call.TargetMethod.Name;
        var isSlice = method.StartsWith("SliceOf", StringComparison.Ordinal) && parameter.Ordinal == 1;
        var at = call.Arguments.FirstOrDefault(a => SymbolEqualityComparer.Default.Equals(a.Parameter, parameter)) ?? (IOperation)call;
        if (value is not Literal { Value: { } text })
        {
            if (isSlice || parameter.Name == "format" || (parameter.Name == "wanted" && method is "NextDay" or "PreviousDay"))
            {
                throw Cannot(at, $"'{method}' takes this as a constant", "write it out; where it differs by row, let a 'switch' choose among several calls");
            }

            return;
        }

        if (isSlice && long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var length) && length < 1) throw Cannot(at, "a slice of time has a length", "give 1 or more");
        var problem = parameter.Name switch
        {
            "format" => ConstantTexts.ProblemOfFormat(text),
            "pattern" when method is "IsMatch" or "RegexpReplace" or "RegexpSubstr" or "RegexpGroup" or "RegexpCount" or "RegexpInstr" => ConstantTexts.ProblemOfPattern(text),
            _ => null,
        };
        if (problem is var (what, instead)) throw Cannot(at, what, instead);
    }

    // The values that one argument stands for: those of "params" in turn.
    private static IEnumerable<IOperation> Given(IArgumentOperation argument) => argument switch
    {
        { ArgumentKind: ArgumentKind.ParamArray or ArgumentKind.ParamCollection, Value: IArrayCreationOperation { Initializer: { } list } } => list.ElementValues,
        { ArgumentKind: ArgumentKind.ParamArray or ArgumentKind.ParamCollection, Value: ICollectionExpressionOperation list } => list.Elements,
        { Parameter.IsParams: true } => throw Cannot(argument, "how many values there are must be known when the model is built", "write the values one after the other"),
        _ => [argument.Value],
    };

    private static SqlType? ResultType(IInvocationOperation call, IMethodSymbol method, IReadOnlyList<(IParameterSymbol Parameter, Expression Value)> given)
    {
        var declared = ColumnTypes.Of(method.ReturnType);
        if (method.Parameters.FirstOrDefault(p => p.Name == "precision") is { } precision)
        {
            return SqlType.Number(Number(call, precision.Ordinal), Number(call, method.Parameters.First(p => p.Name == "scale").Ordinal));
        }

        if (method.Attribute("Result") is not null) return NumberTypes.Of(BinaryOperator.Divide, given[0].Value.Type, given[1].Value.Type, SqlType.Decimal);

        // A decimal, and what has the type of its arguments, is as wide as the widest of them.
        var isGeneric = IsOfItsArguments(method.OriginalDefinition.ReturnType);
        if (!isGeneric && declared != SqlType.Decimal) return declared;
        var like = given.Where(g => isGeneric ? IsOfItsArguments(g.Parameter.OriginalDefinition.Type) : ColumnTypes.Of(g.Parameter.Type) == SqlType.Decimal)
            .Select(g => g.Value).Where(v => v is not Literal { Value: null }).Select(v => v.Type).ToList();
        if (like.Count == 0) return declared;
        var widest = like.Aggregate(Wider);
        return method.Parameters.FirstOrDefault(p => p.Name == "digits") is { } digits && Number(call, digits.Ordinal) is var scale && scale < widest.Scale
            ? SqlType.Number(Math.Min(38, widest.Precision - widest.Scale + scale + 1), scale)
            : widest;
    }

    private static bool IsOfItsArguments(ITypeSymbol type) =>
        type is ITypeParameterSymbol || ColumnTypes.Plain(type) is ITypeParameterSymbol || type is IArrayTypeSymbol { ElementType: ITypeParameterSymbol };

    // What C# says of the result; of a parameter that takes no null, a column's null is passed on.
    private static bool MayBeNull(IMethodSymbol method, IReadOnlyList<(IParameterSymbol Parameter, Expression Value)> given)
    {
        var passedOn = method.GetReturnTypeAttributes().Where(a => a.AttributeClass?.Name == "NotNullIfNotNullAttribute").Select(a => a.ConstructorArguments[0].Value as string).ToList();
        if (passedOn.Count == 0 && ColumnTypes.IsNullable(method.ReturnType)) return true;
        return given.Any(g => g.Value.Nullable && (passedOn.Contains(g.Parameter.Name) || !TakesNull(g.Parameter)));
    }

    private static bool TakesNull(IParameterSymbol parameter) =>
        ColumnTypes.IsNullable(parameter is { IsParams: true, Type: IArrayTypeSymbol { ElementType: var element } } ? element : parameter.Type);

    private static int Number(IInvocationOperation call, int ordinal) =>
        Convert.ToInt32(Constant(call.Arguments.First(a => a.Parameter!.Ordinal == ordinal).Value), CultureInfo.InvariantCulture);
}
