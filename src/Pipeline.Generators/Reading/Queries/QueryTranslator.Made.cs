using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>.NET's own values that a query makes of a row's: times of their parts, repeated characters, and texts in a format.</summary>
internal sealed partial class QueryTranslator
{
    // A time of parts that the row gives, or a character so many times; null for any other creation.
    private Expression? Made(IObjectCreationOperation creation, Scope scope)
    {
        if (creation.Type is not { ContainingNamespace.Name: "System" } type) return null;
        var given = creation.Arguments.OrderBy(a => a.Parameter!.Ordinal).ToList();
        var isOfNumbers = given.Count > 0 && given.All(a => a.Parameter!.Type.SpecialType == SpecialType.System_Int32);
        IEnumerable<Expression> Values() => given.Select(a => Expression(a.Value, scope));
        return (type.Name, given.Count) switch
        {
            ("DateOnly", 3) when isOfNumbers => FromParts("DateFromParts", SqlType.Date, Values()),
            ("DateTime", 3) when isOfNumbers => new CastExpression(FromParts("DateFromParts", SqlType.Date, Values()), SqlType.Timestamp),
            ("DateTime", 6) when isOfNumbers => FromParts("TimestampFromParts", SqlType.Timestamp, Values()),
            ("DateTime", 2) when given[0].Parameter!.Type.Name == "DateOnly" => At(Expression(given[0].Value, scope), Expression(given[1].Value, scope)),
            ("TimeOnly", 2) when isOfNumbers => FromParts("TimeFromParts", SqlType.Time, Values().Append(Whole(0))),
            ("TimeOnly", 3) when isOfNumbers => FromParts("TimeFromParts", SqlType.Time, Values()),
            ("String", 2) when given[0].Parameter!.Type.SpecialType == SpecialType.System_Char => Repeated(Expression(given[0].Value, scope), Expression(given[1].Value, scope)),
            _ => null,
        };
    }

    private static Expression FromParts(string function, SqlType type, IEnumerable<Expression> parts) => Make.Call(function, type, [.. parts]);

    private static Expression Repeated(Expression character, Expression count) => Make.Call("Repeat", SqlType.Text, character, count);

    // A day and the time of it.
    private static Expression At(Expression day, Expression time)
    {
        var midnight = new CastExpression(day, SqlType.Timestamp);
        return time is Literal { Value: "00:00:00.000000" } ? midnight : Moved(midnight, SinceMidnight(time));
    }

    /// <summary>ToString, also with a format or a provider; null for any other call.</summary>
    private Expression? Formatted(IInvocationOperation call, Scope scope)
    {
        if (call is not { TargetMethod: { Name: "ToString", IsStatic: false }, Instance: { } instance }) return null;
        string? format = null;
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter!.Type.SpecialType == SpecialType.System_String)
            {
                format = Constant(argument.Value) as string;
            }
            else if (argument.Parameter.Type.Name != "IFormatProvider" || !IsInvariant(argument.Value))
            {
                throw Cannot(argument, "a text that depends on a culture can't be translated to SQL", "use CultureInfo.InvariantCulture");
            }
        }

        var value = Expression(instance, scope);
        if (!string.IsNullOrEmpty(format)) return Spelled(value, format!, call);

        // Of a struct that may be null it is an empty text; behind ?. it is null.
        return instance.Type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? AsText(value, call) : TextOf(value, call);
    }

    private static Expression Spelled(Expression value, string format, IOperation at) => TextFormat.Spell(value, format)
        ?? throw Cannot(at, $"the format '{format}' has no SQL", "use a custom format of a time (yyyy MM dd HH mm ss fff), or F2, 0.00, D5 or 00000 of a number");

    private static bool IsInvariant(IOperation provider) =>
        Unwrap(provider) is IPropertyReferenceOperation { Property: { Name: "InvariantCulture", ContainingType.Name: "CultureInfo" } };

    /// <summary>The interpolated text that is to be written in no culture; null for any other call.</summary>
    private Expression? Invariant(IInvocationOperation call, Scope scope) => call.TargetMethod switch
    {
        { Name: "Invariant", ContainingType.Name: "FormattableString" } when Unwrap(ArgumentAt(call, 0)) is IInterpolatedStringOperation text => Interpolate(text, scope),
        { Name: "Create", ContainingType.SpecialType: SpecialType.System_String, Parameters.Length: 2 }
            when IsInvariant(ArgumentAt(call, 0)) && Unwrap(ArgumentAt(call, 1)) is IInterpolatedStringHandlerCreationOperation { Content: IInterpolatedStringOperation text } => Interpolate(text, scope),
        _ => null,
    };
}
