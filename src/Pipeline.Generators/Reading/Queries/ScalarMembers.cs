using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>The members of .NET's own types that have a word in SQL.</summary>
internal static class ScalarMembers
{
    // The functions of Math that compute in floating point, by their names in SQL.
    private static readonly Dictionary<string, string> DoubleFunctions = new(StringComparer.Ordinal)
    {
        ["Sqrt"] = "Sqrt", ["Cbrt"] = "Cbrt", ["Pow"] = "Power", ["Exp"] = "Exp", ["Log"] = "Ln", ["Log10"] = "Log10", ["Log2"] = "Log2",
        ["Sin"] = "Sin", ["Cos"] = "Cos", ["Tan"] = "Tan", ["Asin"] = "Asin", ["Acos"] = "Acos", ["Atan"] = "Atan", ["Atan2"] = "Atan2",
        ["Sinh"] = "Sinh", ["Cosh"] = "Cosh", ["Tanh"] = "Tanh", ["Asinh"] = "Asinh", ["Acosh"] = "Acosh", ["Atanh"] = "Atanh",
    };

    public static Expression? Property(IPropertySymbol property, Expression target) => (property.ContainingType.Name, property.Name) switch
    {
        ("String", "Length") => Call("Length", SqlType.Int32, target),
        ("Nullable", "Value") => target,
        ("Nullable", "HasValue") => Make.IsNotNull(target),
        ("DateTime" or "DateOnly" or "DateTimeOffset", "Year" or "Month" or "Day" or "DayOfYear") => Call(property.Name, SqlType.Int32, target),
        ("DateTime" or "DateOnly" or "DateTimeOffset", "DayOfWeek") => Call("DayOfWeek", SqlType.Int32, target),
        ("DateTime" or "TimeOnly" or "DateTimeOffset", "Hour" or "Minute" or "Second") => Call(property.Name, SqlType.Int32, target),
        ("DateTime", "Date") => Call("StartOfDay", SqlType.Timestamp, target),
        _ => null,
    };

    /// <summary>A method without a predicate or a lambda; the target comes first of the arguments where there is one.</summary>
    public static Expression? Method(IMethodSymbol method, IReadOnlyList<Expression> arguments) => (method.ContainingType.Name, method.Name, method.Parameters.Length) switch
    {
        ("String", "Trim" or "TrimStart" or "TrimEnd", 0) => Call(method.Name, arguments[0].Type, arguments),
        ("String", "Trim" or "TrimStart" or "TrimEnd", 1) when method.Parameters[0].Type.SpecialType == SpecialType.System_Char => Call(method.Name, arguments[0].Type, arguments),
        ("String", "ToUpperInvariant", 0) => Call("Upper", arguments[0].Type, arguments),
        ("String", "ToLowerInvariant", 0) => Call("Lower", arguments[0].Type, arguments),
        ("String", "Substring" or "PadLeft" or "PadRight", _) => Call(method.Name, SqlType.Text, arguments),
        ("String", "Replace", 2) => Call("Replace", SqlType.Text, arguments),
        ("String", "Contains" or "StartsWith" or "EndsWith", 1) => Call(method.Name, SqlType.Boolean, arguments),
        ("String", "IndexOf", 1) => Call("IndexOf", SqlType.Int32, arguments),
        ("String", "IsNullOrEmpty", 1) => Make.Equal(Make.Coalesce(arguments[0], Literal.Text("")), Literal.Text("")),
        ("String", "IsNullOrWhiteSpace", 1) => Make.Equal(Make.Coalesce(Call("Trim", SqlType.Text, arguments), Literal.Text("")), Literal.Text("")),
        ("Math", "Abs" or "Floor" or "Ceiling" or "Truncate", 1) => Call(method.Name, arguments[0].Type, arguments),
        ("Math", "Min", 2) => Call("Least", Wider(arguments), arguments),
        ("Math", "Max", 2) => Call("Greatest", Wider(arguments), arguments),
        ("Math", "Sign", 1) => Call("Sign", SqlType.Int32, arguments),
        ("Math", "Clamp", 3) => Call("Least", Wider(arguments), Call("Greatest", Wider(arguments), arguments[0], arguments[1]), arguments[2]),
        ("Math", _, _) when DoubleFunctions.TryGetValue(method.Name, out var function) && method.ReturnType.SpecialType == SpecialType.System_Double =>
            Call(method.Name == "Log" && method.Parameters.Length == 2 ? "Log" : function, SqlType.Float, arguments),
        ("Math" or "Decimal", "Round", _) => Round(method, arguments),
        ("DateTime" or "DateOnly", "AddDays" or "AddHours" or "AddMinutes" or "AddSeconds" or "AddMonths" or "AddYears", 1) when Whole(arguments[1]) is { } amount =>
            Call(method.Name, arguments[0].Type, arguments[0], amount),
        ("DateOnly", "FromDateTime", 1) => new CastExpression(arguments[0], SqlType.Date),
        ("Nullable", "GetValueOrDefault", 1) => Make.Coalesce(arguments[0], arguments[1]),
        _ => null,
    };

    // C# takes a double; the databases move a time by whole units.
    private static Expression? Whole(Expression amount) => amount switch
    {
        { Type.Kind: SqlTypeKind.Number } => amount,
        Literal { Value: { } text } when long.TryParse(text, System.Globalization.NumberStyles.Integer, System.Globalization.CultureInfo.InvariantCulture, out var whole) => Literal.Integer(whole),
        CastExpression { Operand: { Type: { Kind: SqlTypeKind.Number, Scale: 0 } } number } => number,
        _ => null,
    };

    private static FunctionCall? Round(IMethodSymbol method, IReadOnlyList<Expression> arguments)
    {
        var hasMode = method.Parameters.LastOrDefault()?.Type.Name == "MidpointRounding";
        var awayFromZero = hasMode && arguments[arguments.Count - 1] is Literal { Value: "1" };
        if (hasMode && !awayFromZero && arguments[arguments.Count - 1] is not Literal { Value: "0" }) return null;

        var numbers = hasMode ? arguments.Take(arguments.Count - 1).ToList() : arguments;
        var digits = numbers.Count > 1 && numbers[1] is Literal { Value: { } text } ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : 0;
        var type = numbers[0].Type is { Kind: SqlTypeKind.Number, Scale: var scale } number && scale > digits
            ? SqlType.Number(Math.Min(38, number.Precision - scale + digits + 1), digits)
            : numbers[0].Type;
        return new(awayFromZero ? "Round" : "RoundToEven", [numbers[0], Literal.Integer(digits)], type, numbers[0].Nullable);
    }

    private static SqlType Wider(IReadOnlyList<Expression> arguments) => arguments.Select(a => a.Type).Aggregate(NumberTypes.Wider);

    private static FunctionCall Call(string name, SqlType type, params IReadOnlyList<Expression> arguments) =>
        new(name, arguments.ToEquatableArray(), type, arguments.Any(a => a.Nullable));
}
