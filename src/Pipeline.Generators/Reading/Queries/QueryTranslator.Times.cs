using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>Times and the time between them. A <c>TimeSpan</c> is a number of microseconds while a query computes; no column holds one.</summary>
internal sealed partial class QueryTranslator
{
    private const long Day = 86_400_000_000;

    private static readonly (string Part, long Microseconds)[] Units =
    [
        ("DAY", Day), ("HOUR", 3_600_000_000), ("MINUTE", 60_000_000), ("SECOND", 1_000_000), ("MILLISECOND", 1_000), ("MICROSECOND", 1),
    ];

    private static readonly Dictionary<string, string> AddWords = new(StringComparer.Ordinal)
    {
        ["DAY"] = "AddDays", ["HOUR"] = "AddHours", ["MINUTE"] = "AddMinutes", ["SECOND"] = "AddSeconds", ["MILLISECOND"] = "AddMilliseconds", ["MICROSECOND"] = "AddMicroseconds",
    };

    private static bool IsSpan(ITypeSymbol? type) => type is not null && ColumnTypes.Plain(type) is { Name: "TimeSpan", ContainingNamespace.Name: "System" };

    private static bool IsTime(ITypeSymbol? type) => type is not null && ColumnTypes.Plain(type) is
    {
        Name: "DateTime" or "DateTimeOffset" or "TimeOnly" or "DateOnly", ContainingNamespace.Name: "System",
    };

    private static Literal Span(long microseconds) => Literal.Integer(microseconds);

    /// <summary>What a call of a time's or a time span's method is; null for one that isn't about the time between.</summary>
    private Expression? TimeCall(IInvocationOperation call, Scope scope)
    {
        var (type, name) = (call.TargetMethod.ContainingType, call.TargetMethod.Name);
        if (IsSpan(type) && call.Instance is null && name.StartsWith("From", StringComparison.Ordinal)) return SpanFrom(call, scope);
        if (!IsTime(type) && !IsSpan(type)) return null;
        switch (type.Name, name)
        {
            case ("TimeSpan", "Add"): return Numeric(BinaryOperator.Add, Expression(call.Instance!, scope), Expression(ArgumentAt(call, 0), scope));
            case ("TimeSpan", "Subtract"): return Numeric(BinaryOperator.Subtract, Expression(call.Instance!, scope), Expression(ArgumentAt(call, 0), scope));
            case ("TimeSpan", "Negate"): return new NegateExpression(Expression(call.Instance!, scope));
            case (_, "Add") when type.Name != "TimeSpan" && IsSpan(ArgumentAt(call, 0).Type):
                return Moved(Expression(call.Instance!, scope), Expression(ArgumentAt(call, 0), scope));
            case (_, "Subtract") when IsSpan(ArgumentAt(call, 0).Type): return Moved(Expression(call.Instance!, scope), Opposite(Expression(ArgumentAt(call, 0), scope)));
            case (_, "Subtract"): return Between(Expression(ArgumentAt(call, 0), scope), Expression(call.Instance!, scope));
            case ("TimeOnly", "FromDateTime"): return new CastExpression(Expression(ArgumentAt(call, 0), scope), SqlType.Time);
            case ("TimeOnly", "IsBetween"): return IsBetween(Expression(call.Instance!, scope), Expression(ArgumentAt(call, 0), scope), Expression(ArgumentAt(call, 1), scope));
            case ("DateTimeOffset", "ToUnixTimeSeconds"): return Make.Call("EpochSeconds", SqlType.Int64, Utc(Expression(call.Instance!, scope)));
            case ("DateTimeOffset", "ToUnixTimeMilliseconds"): return Make.Call("EpochMilliseconds", SqlType.Int64, Utc(Expression(call.Instance!, scope)));
            case ("TimeOnly", "ToTimeSpan"): return SinceMidnight(Expression(call.Instance!, scope));
            case ("DateOnly", "ToDateTime") when call.Arguments.Length == 1: return At(Expression(call.Instance!, scope), Expression(ArgumentAt(call, 0), scope));
            case (_, "AddDays" or "AddHours" or "AddMinutes" or "AddSeconds" or "AddMilliseconds" or "AddMicroseconds") when call.TargetMethod.Parameters.Length == 1:
                return Moved(Expression(call.Instance!, scope), SpanOf(name.Substring(3), ArgumentAt(call, 0), scope));
            default: return null;
        }
    }

    private Expression? TimeProperty(IPropertySymbol property, Expression target)
    {
        if (IsSpan(property.ContainingType))
        {
            var unit = property.Name.StartsWith("Total", StringComparison.Ordinal) ? property.Name.Substring(5) : property.Name;
            if (Units.FirstOrDefault(u => u.Part + "S" == unit.ToUpperInvariant()) is not { Part: not null } found) return null;
            if (property.Name.StartsWith("Total", StringComparison.Ordinal))
            {
                return new BinaryExpression(BinaryOperator.Divide, new CastExpression(target, SqlType.Float), new Literal(found.Microseconds.ToString(CultureInfo.InvariantCulture), SqlType.Int64), SqlType.Float, target.Nullable);
            }

            var whole = Numeric(BinaryOperator.IntegerDivide, target, Span(found.Microseconds));
            var above = Array.FindIndex(Units, u => u.Part == found.Part) - 1;
            return above < 0 ? whole : Numeric(BinaryOperator.Modulo, whole, Span(Units[above].Microseconds / found.Microseconds));
        }

        if (property.ContainingType.Name == "DateTimeOffset" && IsTime(property.ContainingType))
        {
            // The laptop's engine keeps the instant, not the offset.
            return property.Name is "UtcDateTime" ? Make.Call("UtcTime", SqlType.Timestamp, target) : null;
        }

        return (property.ContainingType.Name, property.Name) switch
        {
            ("DateTime", "TimeOfDay") => Between(Make.Call("StartOfDay", SqlType.Timestamp, target), target),
            ("DateTime" or "TimeOnly", "Millisecond") => Numeric(BinaryOperator.IntegerDivide, Make.Call("MicrosecondOfSecond", SqlType.Int32, target), Literal.Integer(1_000)),
            ("DateTime" or "TimeOnly", "Microsecond") => Numeric(BinaryOperator.Modulo, Make.Call("MicrosecondOfSecond", SqlType.Int32, target), Literal.Integer(1_000)),
            ("DateOnly", "DayNumber") => Make.Call("DaysBetween", SqlType.Int32, new Literal("0001-01-01", SqlType.Date), target),
            _ => null,
        };
    }

    /// <summary>Plus and minus of times and time spans; null where neither side is one.</summary>
    private Expression? TimeArithmetic(IBinaryOperation binary, Expression left, Expression right)
    {
        if (!IsTime(binary.LeftOperand.Type) && !IsSpan(binary.LeftOperand.Type) && !IsSpan(binary.RightOperand.Type)) return null;
        var isMinus = binary.OperatorKind == BinaryOperatorKind.Subtract;
        if (binary.OperatorKind != BinaryOperatorKind.Add && !isMinus) throw Cannot(binary, $"'{binary.OperatorKind}' of a TimeSpan can't be translated to SQL", "compute with TotalSeconds or another of its parts");
        if (IsSpan(binary.LeftOperand.Type)) return Numeric(isMinus ? BinaryOperator.Subtract : BinaryOperator.Add, left, right);
        if (IsSpan(binary.RightOperand.Type)) return Moved(left, isMinus ? Opposite(right) : right);
        var between = Between(right, left);
        return ColumnTypes.Plain(binary.LeftOperand.Type!).Name == "TimeOnly"
            ? Numeric(BinaryOperator.Modulo, Numeric(BinaryOperator.Add, between, Span(Day)), Span(Day))
            : between;
    }

    private Expression SpanFrom(IInvocationOperation call, Scope scope)
    {
        var parts = call.Arguments.OrderBy(a => a.Parameter!.Ordinal)
            .Where(a => !(a.ArgumentKind == ArgumentKind.DefaultValue && a.Value.ConstantValue is { HasValue: true, Value: 0L or 0 }))
            .Select(a => SpanOf(a.Parameter!.Name == "value" || a.Parameter.Ordinal == 0 ? call.TargetMethod.Name.Substring(4) : a.Parameter.Name, a.Value, scope));
        return parts.Aggregate((sum, part) => Numeric(BinaryOperator.Add, sum, part));
    }

    // So many of a unit; of a constant also a part of one.
    private Expression SpanOf(string unit, IOperation amount, Scope scope)
    {
        if (Units.FirstOrDefault(u => u.Part + "S" == unit.ToUpperInvariant()) is not { Part: not null } found) throw Cannot(amount, $"a time of so many {unit} can't be translated to SQL", "use days, hours, minutes, seconds, milliseconds or microseconds");
        if (amount.ConstantValue is { HasValue: true, Value: { } constant })
        {
            var exact = Convert.ToDecimal(constant, CultureInfo.InvariantCulture) * found.Microseconds;
            return exact == decimal.Truncate(exact) ? Span((long)exact) : throw Cannot(amount, "less than a microsecond is lost", "give whole microseconds");
        }

        var value = Expression(Unwrap(amount), scope);
        return value.Type is { Kind: SqlTypeKind.Number, Scale: 0 }
            ? found.Microseconds == 1 ? value : Numeric(BinaryOperator.Multiply, value, Span(found.Microseconds))
            : throw Cannot(amount, "a part of a unit that only the row knows can't be translated to SQL", "give a whole number, of a smaller unit");
    }

    // In the largest unit in which it is whole: that is how a person would say it.
    private static Expression Moved(Expression time, Expression span)
    {
        var (unit, amount) = span switch
        {
            Literal { Value: { } text } when long.Parse(text, CultureInfo.InvariantCulture) is var constant =>
                Units.First(u => constant % u.Microseconds == 0) is var u ? (u.Part, (Expression)(Literal.Integer(constant / u.Microseconds) with { Type = SqlType.Int32 })) : default,
            BinaryExpression { Operator: BinaryOperator.Multiply, Left: var many, Right: Literal { Value: { } of } } when Units.FirstOrDefault(u => u.Microseconds.ToString(CultureInfo.InvariantCulture) == of) is { Part: not null } u => (u.Part, many),
            _ => ("MICROSECOND", span),
        };

        // A day moves by days alone; in C# it has no hours either.
        return Make.Call(AddWords[unit], time.Type, time, amount);
    }

    private static Expression Opposite(Expression span) => span switch
    {
        Literal { Value: { } text } => Span(-long.Parse(text, CultureInfo.InvariantCulture)),
        _ => new NegateExpression(span),
    };

    private static Expression Between(Expression start, Expression end) => Make.Call("MicrosecondsBetween", SqlType.Int64, start, end);

    // From the first to before the last, across midnight where the last comes first.
    private static Expression IsBetween(Expression time, Expression first, Expression last)
    {
        var isAfter = Make.Compare(BinaryOperator.GreaterOrEqual, time, first);
        var isBefore = Make.Compare(BinaryOperator.LessThan, time, last);
        if (first is Literal { Value: { } from } && last is Literal { Value: { } to }) return string.CompareOrdinal(from, to) <= 0 ? Make.And(isAfter, isBefore) : Make.Or(isAfter, isBefore);
        return Make.Case([new(Make.Compare(BinaryOperator.LessOrEqual, first, last), Make.And(isAfter, isBefore))], Make.Or(isAfter, isBefore), SqlType.Boolean);
    }

    private static Expression Utc(Expression instant) => Make.Call("UtcTime", SqlType.Timestamp, instant);

    private static Expression SinceMidnight(Expression time) => time is Literal { Value: { } known }
        ? Span(TimeSpan.ParseExact(known, @"hh\:mm\:ss\.ffffff", CultureInfo.InvariantCulture).Ticks / 10)
        : Between(new Literal("00:00:00.000000", SqlType.Time), time);

    private static Expression Numeric(BinaryOperator op, Expression left, Expression right) =>
        left is Literal { Value: { } a } && right is Literal { Value: { } b } && op is BinaryOperator.Add or BinaryOperator.Subtract
            && long.TryParse(a, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var one) && long.TryParse(b, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var other)
            ? Span(op == BinaryOperator.Add ? one + other : one - other)
            : new BinaryExpression(op, left, right, SqlType.Int64, left.Nullable || right.Nullable);
}
