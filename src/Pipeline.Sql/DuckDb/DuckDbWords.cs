using Pipeline.Catalog;
using static System.FormattableString;

namespace Pipeline.Sql.DuckDb;

/// <summary>Functions whose words in DuckDB depend on the values or types of their arguments.</summary>
internal static class DuckDbWords
{
    public static readonly FunctionSpelling TryToDecimal = new WrittenSpelling(
        (call, writer) => TryToNumber(writer, writer.Write(call.Arguments[0]), SqlType.Number(Words.Number(call, 1), Words.Number(call, 2))));

    public static readonly FunctionSpelling TryToInt = new WrittenSpelling((call, writer) => TryToNumber(writer, writer.Write(call.Arguments[0]), SqlType.Int32));

    public static readonly FunctionSpelling TryToLong = new WrittenSpelling((call, writer) => TryToNumber(writer, writer.Write(call.Arguments[0]), SqlType.Int64));

    public static readonly FunctionSpelling TryToDate = new WrittenSpelling((call, writer) => "CAST(" + Timestamp(call, writer) + " AS DATE)");

    public static readonly FunctionSpelling TryToTime = new WrittenSpelling((call, writer) => "CAST(" + Timestamp(call, writer) + " AS TIME)");

    public static readonly FunctionSpelling TryToTimestamp = new WrittenSpelling(Timestamp);

    /// <summary>A time of day has no STRFTIME of its own.</summary>
    public static readonly FunctionSpelling FormatTime = new WrittenSpelling((call, writer) =>
    {
        var format = Words.Text(call, 1);
        var pattern = DuckDbTimeFormat.Read(format).Pattern;
        if (format.Contains("FF3")) pattern = pattern.Replace("%f", "%g");
        var day = call.Arguments[0].Type.Kind == SqlTypeKind.Time ? "DATE '1970-01-01' + " : "";
        return $"STRFTIME({day}{writer.Write(call.Arguments[0], Precedence.Additive)}, {writer.Quoted(pattern)})";
    });

    /// <summary>ROUND_EVEN computes in DOUBLE. A number is half way where the rest is half of a unit; half of it rounded and doubled is then even.</summary>
    public static readonly FunctionSpelling RoundToEven = new WrittenSpelling((call, writer) =>
    {
        var number = call.Arguments[0];
        var digits = call.Arguments.Count > 1 ? Words.Number(call, 1) : 0;
        if (number.Type.Kind != SqlTypeKind.Number) return Invariant($"ROUND_EVEN({writer.Write(number)}, {digits})");
        if (number.Type.Scale <= digits) return writer.Write(number, Precedence.Primary);

        var unit = digits == 0 ? "1.0" : "0." + new string('0', digits - 1) + "1";
        var half = "0." + new string('0', digits) + "5";
        var (text, factor) = (writer.Write(number), writer.Write(number, Precedence.Multiplicative));
        return Invariant($"CASE WHEN ABS({text}) % {unit} = {half} THEN 2 * ROUND({factor} * 0.5, {digits}) ELSE ROUND({text}, {digits}) END");
    });

    /// <summary>A quotient that is 0 where it would be divided by 0.</summary>
    public static readonly FunctionSpelling Div0 = new WrittenSpelling((call, writer) =>
        $"CASE WHEN {writer.Write(call.Arguments[1], Precedence.Concat)} = 0 AND {writer.Write(call.Arguments[0], Precedence.Concat)} IS NOT NULL THEN 0 ELSE {Quotient(call, writer)} END");

    /// <summary>As <see cref="Div0"/>, and 0 where the divisor is null.</summary>
    public static readonly FunctionSpelling Div0Null = new WrittenSpelling((call, writer) =>
        $"CASE WHEN COALESCE({writer.Write(call.Arguments[1])}, 0) = 0 AND {writer.Write(call.Arguments[0], Precedence.Concat)} IS NOT NULL THEN 0 ELSE {Quotient(call, writer)} END");

    /// <summary>The number of the bucket; 0 below the first, one more than there are above the last.</summary>
    public static readonly FunctionSpelling WidthBucket = new WrittenSpelling((call, writer) =>
    {
        var texts = call.Arguments.Select(a => writer.Write(a, Precedence.Unary)).ToList();
        var (value, low, high, count) = (texts[0], texts[1], texts[2], texts[3]);
        var unit = "1" + new string('0', call.Arguments.Take(3).Max(a => a.Type.Scale));
        var place = $"CAST(({value} - {low}) * {count} * {unit} AS HUGEINT) // CAST(({high} - {low}) * {unit} AS HUGEINT)";
        return $"CAST(CASE WHEN {value} < {low} THEN 0 WHEN {value} >= {high} THEN {count} + 1 ELSE {place} + 1 END AS INTEGER)";
    });

    public static readonly FunctionSpelling NextDay = Weekday((given, wanted) => $"{given} + TO_DAYS(CAST(({wanted} - DAYOFWEEK({given}) + 6) % 7 + 1 AS INTEGER))");

    public static readonly FunctionSpelling PreviousDay = Weekday((given, wanted) => $"{given} - TO_DAYS(CAST((DAYOFWEEK({given}) - {wanted} + 6) % 7 + 1 AS INTEGER))");

    /// <summary>The members that are named, of those that are there.</summary>
    public static readonly FunctionSpelling ObjectPick = new WrittenSpelling((call, writer) =>
    {
        var document = writer.Write(call.Arguments[0]);
        var keys = string.Join(", ", call.Arguments.Skip(1).Select(a => writer.Write(a)));
        var members = $"MAP_FROM_ENTRIES(LIST_TRANSFORM(LIST_FILTER(JSON_KEYS({document}), lambda name: name IN ({keys})), lambda name: ROW(name, JSON_EXTRACT({document}, '/' || name))))";
        return $"CASE WHEN JSON_TYPE({document}) = 'OBJECT' THEN TO_JSON({members}) END";
    });

    /// <summary>A whole number stays what it is: of an INTEGER the function would make a DOUBLE.</summary>
    public static FunctionSpelling ToWhole(string function) => new WrittenSpelling((call, writer) =>
        call.Arguments[0].Type is { Kind: SqlTypeKind.Number, Scale: 0 } ? writer.Write(call.Arguments[0], Precedence.Primary) : $"{function}({writer.Write(call.Arguments[0])})");

    /// <summary>A number to so many digits, down or up: it is moved, cut and moved back.</summary>
    public static FunctionSpelling ToDigits(string function) => new WrittenSpelling((call, writer) =>
    {
        var digits = Words.Number(call, 1);

        // A whole number has no digits to cut, and FLOOR would make a DOUBLE of it.
        if (call.Arguments[0].Type is { Kind: SqlTypeKind.Number, Scale: 0 }) return writer.Write(call.Arguments[0], Precedence.Primary);
        if (digits == 0) return $"{function}({writer.Write(call.Arguments[0])})";
        var factor = "1" + new string('0', digits);
        var moved = $"{function}({writer.Write(call.Arguments[0], Precedence.Multiplicative)} * {factor})";
        return call.Arguments[0].Type.Kind == SqlTypeKind.Number ? $"({moved} * 0.{new string('0', digits - 1)}1)" : $"({moved} / {factor})";
    });

    /// <summary>Nulls make Snowflake's result null; DuckDB passes over them.</summary>
    public static FunctionSpelling NullSafe(string function) => new WrittenSpelling((call, writer) =>
    {
        var text = $"{function}({string.Join(", ", call.Arguments.Select(a => writer.Write(a)))})";
        var nullable = call.Arguments.Where(a => a.Nullable).Select(Make.IsNull).ToList();
        return nullable.Count == 0 ? text : $"CASE WHEN {writer.Write(Make.Or(nullable))} THEN NULL ELSE {text} END";
    });

    /// <summary>A day plus an interval is a time in DuckDB.</summary>
    public static FunctionSpelling Moved(string part, string amountType) => new WrittenSpelling((call, writer) =>
    {
        var interval = $"TO_{part.ToUpperInvariant()}S(CAST({writer.Write(call.Arguments[1])} AS {amountType}))";
        var sum = writer.Write(call.Arguments[0], Precedence.Additive) + " + " + interval;
        return call.Type.Kind == SqlTypeKind.Date ? $"CAST({sum} AS DATE)" : $"({sum})";
    });

    /// <summary>A day that is cut is a time in DuckDB.</summary>
    public static FunctionSpelling Cut(string part) => new WrittenSpelling((call, writer) =>
    {
        var time = $"DATE_TRUNC('{part.ToLowerInvariant()}', {writer.Write(call.Arguments[0])})";
        return call.Type.Kind == SqlTypeKind.Date ? $"CAST({time} AS DATE)" : time;
    });

    /// <summary>Digits grouped by underscores, and a sign among blanks, are a number to DuckDB alone.</summary>
    public static string TryToNumber(ExpressionWriter writer, string text, SqlType type)
    {
        var number = Invariant($"TRY_CAST(TRIM(REPLACE({text}, '_', '?')) AS DECIMAL({type.Precision},{type.Scale}))");
        return DuckDbTypes.IsInteger(type) ? $"CAST({number} AS {writer.Type(type)})" : number;
    }

    private static string Timestamp(FunctionCall call, ExpressionWriter writer)
    {
        var (text, format) = (writer.Write(call.Arguments[0]), Words.Text(call, 1));
        if (format.Equals("AUTO", StringComparison.OrdinalIgnoreCase)) return $"TRY_CAST({text} AS TIMESTAMP)";

        var (pattern, hasOffset) = DuckDbTimeFormat.Read(format);
        if (hasOffset) text = $"REGEXP_REPLACE({text}, {writer.Quoted(DuckDbTimeFormat.Offset)}, '')";
        return $"TRY_STRPTIME(TRIM({text}), {writer.Quoted(pattern)})";
    }

    private static string Quotient(FunctionCall call, ExpressionWriter writer) => writer.Write(new BinaryExpression(
        BinaryOperator.Divide, call.Arguments[0], new FunctionCall("NullIf", [call.Arguments[1], new Literal("0", call.Arguments[1].Type)], call.Arguments[1].Type, true), call.Type, true));

    private static FunctionSpelling Weekday(Func<string, int, string> move) =>
        new WrittenSpelling((call, writer) => "CAST(" + move(writer.Write(call.Arguments[0], Precedence.Additive), Words.Number(call, 1)) + " AS DATE)");
}
