using System.Globalization;
using Pipeline.Catalog;

namespace Pipeline.Sql.DuckDb;

/// <summary>What only DuckDB says so, and what it must be told to compute as Snowflake does.</summary>
internal sealed class DuckDbExpressionWriter() : ExpressionWriter(DuckDbQuoting.Instance)
{
    public override string Type(SqlType type) => DuckDbTypes.Spell(type);

    protected override (string Text, Precedence Binds) Spell(Expression expression) => expression switch
    {
        RawSql => throw new UnspellableException(
            "Sql.Raw is Snowflake's SQL and doesn't run locally. Say it with the vocabulary, or deploy to try it."),

        // DuckDB's VARCHAR(n) is any VARCHAR; in Snowflake a cast to it cuts.
        CastExpression { Type: { Kind: SqlTypeKind.Text, Precision: > 0 } type, Operand: { Type.Kind: SqlTypeKind.Text } operand } =>
            (FormattableString.Invariant($"LEFT({Write(operand)}, {type.Precision})"), Precedence.Primary),

        // A document that is JSON's null is there, for IS NULL.
        IsNullExpression { Operand: ColumnReference { Type.Kind: SqlTypeKind.Variant } } e =>
            ($"NULLIF(CAST({Write(e.Operand)} AS VARCHAR), 'null')" + (e.Negated ? " IS NOT NULL" : " IS NULL"), Precedence.Comparison),
        _ => base.Spell(expression),
    };

    protected override string Variable(VariableReference variable) => "GETVARIABLE(" + Quoting.Literal(variable.Name) + ")";

    protected override string TextLiteral(string text) => Quoting.Literal(text);

    protected override string TypedLiteral(string value, SqlType type) => type.Kind switch
    {
        SqlTypeKind.TimestampNtz => "TIMESTAMP '" + Times.Shorten(Checked(value)) + "'",
        SqlTypeKind.Variant => "CAST(" + Quoting.Literal(value) + " AS JSON)",
        SqlTypeKind.Binary => "UNHEX(" + Quoting.Literal(value) + ")",
        _ => "CAST(" + Quoting.Literal(value) + " AS " + Type(type) + ")",
    };

    // A quotient of decimals is a DOUBLE here, and a number divided by 0 is infinite; Snowflake keeps six digits more and fails.
    protected override (string, Precedence) Divide(BinaryExpression division)
    {
        var (quotient, binds) = Infix(division, "/", Precedence.Multiplicative);
        if (division.Left.Type.Kind == SqlTypeKind.Number && division.Right.Type.Kind == SqlTypeKind.Number)
        {
            return (CastTo(quotient, Quotient(division.Left.Type)), Precedence.Primary);
        }

        return Guarded(division, quotient, binds);
    }

    protected override (string, Precedence) IntegerDivide(BinaryExpression division)
    {
        var (quotient, binds) = Infix(division, "//", Precedence.Multiplicative);
        return Guarded(division, quotient, binds);
    }

    protected override (string, Precedence) Modulo(BinaryExpression division)
    {
        var (rest, binds) = Infix(division, "%", Precedence.Multiplicative);
        return Guarded(division, rest, binds);
    }

    protected override string TimeAsText(string value, SqlType type) =>
        "STRFTIME(" + value + ", " + (type.Kind == SqlTypeKind.Date ? "'%Y-%m-%d')" : "'%Y-%m-%d %H:%M:%S.%f')");

    protected override FunctionSpelling SpellingOf(Function function) => function.DuckDb;

    protected override (string, Precedence)? Special(FunctionCall call)
    {
        var arguments = call.Arguments;
        string? text = call.Function switch
        {
            "Substring" => Substring.Spell(this, "SUBSTR", arguments),
            "TryToDecimal" => TryToNumber(arguments[0], SqlType.Number(Integer(call, 1), Integer(call, 2))),
            "TryToInt" => TryToNumber(arguments[0], SqlType.Number(10)),
            "TryToLong" => TryToNumber(arguments[0], SqlType.Number(19)),
            "TryToDate" => "CAST(" + TryToTimestamp(call) + " AS DATE)",
            "TryToTimestamp" => TryToTimestamp(call),
            "FormatTime" => FormatTime(call),
            "RoundToEven" => RoundToEven(call),
            "Least" => NullSafe("LEAST", arguments),
            "Greatest" => NullSafe("GREATEST", arguments),
            _ when Times.TruncatedPart(call.Function) is { } part => Dated(call, $"DATE_TRUNC('{part.ToLowerInvariant()}', {Write(arguments[0])})"),
            _ when Times.AddedPart(call.Function) is { } part => Moved(call, part),
            _ => null,
        };
        return text is null ? null : (text, Precedence.Primary);
    }

    protected override string Aggregate(AggregateCall call)
    {
        var arguments = call.Arguments;
        var distinct = call.Distinct ? "DISTINCT " : "";
        var filter = call.Filter is null ? "" : $" FILTER (WHERE {Write(call.Filter)})";
        return call.Function switch
        {
            "Count" when arguments.Count == 0 => "COUNT(*)" + filter,
            "Count" => $"COUNT({distinct}{Write(arguments[0])})" + filter,
            "CountDistinct" when arguments.Count == 1 => $"COUNT(DISTINCT {Write(arguments[0])})" + filter,

            // A row in which one of the values is null doesn't count.
            "CountDistinct" => $"COUNT(DISTINCT ({Arguments(arguments)})) FILTER (WHERE {Write(NoneIsNull(call))})",
            "CountIf" => $"COUNT(*) FILTER (WHERE {Write(call.Filter is null ? arguments[0] : Make.And(call.Filter, arguments[0]))})",
            "Sum" => Summed(call.Type, arguments[0].Type, $"SUM({distinct}{Write(arguments[0])}){filter}"),
            "Average" => Mean(arguments[0].Type, $"AVG({distinct}{Write(arguments[0])}){filter}"),
            "Min" => $"MIN({Write(arguments[0])})" + filter,
            "Max" => $"MAX({Write(arguments[0])})" + filter,

            // MAX_BY would pass over a null value; the row that comes last may hold one.
            "LastBy" => $"ARG_MAX_NULL({Write(arguments[0])}, {OrderTuple(arguments)})" + filter,
            "FirstBy" => $"ARG_MIN_NULL({Write(arguments[0])}, {OrderTuple(arguments)})" + filter,
            "First" => $"FIRST({Write(arguments[0])} ORDER BY {Orderings(call.OrderBy)})" + filter,
            "Join" => $"COALESCE(STRING_AGG({distinct}{Write(arguments[0])}, {Write(arguments[1])} ORDER BY {OrderOf(call)}){filter}, '')",
            "BoolOr" => $"BOOL_OR({Write(arguments[0])})" + filter,
            "BoolAnd" => $"BOOL_AND({Write(arguments[0])})" + filter,
            "Percentile" => Mean(arguments[0].Type, $"QUANTILE_CONT(CAST({Write(arguments[0])} AS DOUBLE), {Write(arguments[1])}){filter}"),
            _ => throw new UnspellableException($"No dialect knows an aggregate '{call.Function}'."),
        };
    }

    protected override string WindowFunction(WindowCall call) =>
        WindowFunctions.Spell(call, "COUNT(*) FILTER (WHERE {0})", Arguments(call.Arguments));

    protected override string AroundWindow(WindowCall call, string window) => call.Function switch
    {
        "Sum" => Summed(call.Type, call.Arguments[0].Type, window),
        "Average" => Mean(call.Arguments[0].Type, window),
        _ => window,
    };

    protected override (string, Precedence) Path(JsonPath path)
    {
        var json = Write(path.Operand);
        var steps = Quoting.Literal(JsonSteps(path.Steps));
        if (path.Type.Kind == SqlTypeKind.Variant)
        {
            var part = path.Steps.Count == 0 ? Write(path.Operand, Precedence.Primary) : $"NULLIF(JSON_EXTRACT({json}, {steps}), 'null')";
            return (part, Precedence.Primary);
        }

        var text = $"JSON_EXTRACT_STRING({json}, {steps})";
        return (path.Type.Kind switch
        {
            SqlTypeKind.Text => text,
            SqlTypeKind.Number => TryToNumber(text, path.Type),
            _ => $"TRY_CAST({text} AS {Type(path.Type)})",
        }, Precedence.Primary);
    }

    private (string, Precedence) Guarded(BinaryExpression division, string quotient, Precedence binds)
    {
        if (division.Right is Literal { Value: { } value } && value.Trim('0', '.', '-').Length > 0) return (quotient, binds);
        var divisor = Write(division.Right, Precedence.Concat);
        return ($"CASE WHEN {divisor} = 0 THEN ERROR('Division by zero') ELSE {quotient} END", Precedence.Primary);
    }

    // Digits grouped by underscores are a number to DuckDB alone.
    private string TryToNumber(Expression text, SqlType type) => TryToNumber(Write(text), type);

    private string TryToNumber(string text, SqlType type)
    {
        var number = FormattableString.Invariant($"TRY_CAST(REPLACE({text}, '_', '?') AS DECIMAL({type.Precision},{type.Scale}))");
        return DuckDbTypes.IsInteger(type) ? $"CAST({number} AS {Type(type)})" : number;
    }

    private string TryToTimestamp(FunctionCall call)
    {
        var text = Write(call.Arguments[0]);
        if (call.Arguments[1] is not Literal { Value: { } format })
        {
            throw new UnspellableException($"{call.Function} takes its format as a constant.");
        }

        if (format.Equals("AUTO", StringComparison.OrdinalIgnoreCase)) return $"TRY_CAST({text} AS TIMESTAMP)";

        var (pattern, hasOffset) = DuckDbTimeFormat.Read(format);
        if (hasOffset) text = $"REGEXP_REPLACE({text}, {Quoting.Literal(DuckDbTimeFormat.Offset)}, '')";
        return $"TRY_STRPTIME(TRIM({text}), {Quoting.Literal(pattern)})";
    }

    // A time of day has no STRFTIME of its own.
    private string FormatTime(FunctionCall call)
    {
        var format = ((Literal)call.Arguments[1]).Value!;
        var pattern = DuckDbTimeFormat.Read(format).Pattern;
        if (format.Contains("FF3")) pattern = pattern.Replace("%f", "%g");
        var time = Write(call.Arguments[0], Precedence.Additive);
        return $"STRFTIME({(call.Arguments[0].Type.Kind == SqlTypeKind.Time ? "DATE '1970-01-01' + " : "")}{time}, {Quoting.Literal(pattern)})";
    }

    // ROUND_EVEN computes in DOUBLE. A number is half way where the rest is half of a unit; half of it rounded and doubled is then even.
    private string RoundToEven(FunctionCall call)
    {
        var number = call.Arguments[0];
        var digits = call.Arguments.Count > 1 ? Integer(call, 1) : 0;
        if (number.Type.Kind != SqlTypeKind.Number) return FormattableString.Invariant($"ROUND_EVEN({Write(number)}, {digits})");
        if (number.Type.Scale <= digits) return Write(number, Precedence.Primary);

        var unit = digits == 0 ? "1.0" : "0." + new string('0', digits - 1) + "1";
        var half = "0." + new string('0', digits) + "5";
        var (text, factor) = (Write(number), Write(number, Precedence.Multiplicative));
        return FormattableString.Invariant(
            $"CASE WHEN ABS({text}) % {unit} = {half} THEN 2 * ROUND({factor} * 0.5, {digits}) ELSE ROUND({text}, {digits}) END");
    }

    // Nulls make Snowflake's result null; DuckDB passes over them.
    private string NullSafe(string function, EquatableArray<Expression> arguments)
    {
        var text = $"{function}({Arguments(arguments)})";
        var nullable = arguments.Where(a => a.Nullable).Select(Make.IsNull).ToList();
        return nullable.Count == 0 ? text : $"CASE WHEN {Write(Make.Or(nullable))} THEN NULL ELSE {text} END";
    }

    // A day plus an interval is a time in DuckDB.
    private string Moved(FunctionCall call, string part)
    {
        var amount = Write(call.Arguments[1]);
        var interval = part switch
        {
            "YEAR" or "MONTH" or "DAY" => $"TO_{part}S(CAST({amount} AS INTEGER))",
            "HOUR" or "MINUTE" => $"TO_{part}S(CAST({amount} AS BIGINT))",
            _ => $"TO_{part}S(CAST({amount} AS BIGINT))",
        };
        var sum = Write(call.Arguments[0], Precedence.Additive) + " + " + interval;
        return call.Type.Kind == SqlTypeKind.Date ? $"CAST({sum} AS DATE)" : $"({sum})";
    }

    private static string Dated(FunctionCall call, string time) => call.Type.Kind == SqlTypeKind.Date ? $"CAST({time} AS DATE)" : time;

    // The sum of whole numbers is a HUGEINT, which no column is.
    private string Summed(SqlType result, SqlType operand, string sum) =>
        DuckDbTypes.IsInteger(operand) ? CastTo(sum, DuckDbTypes.IsInteger(result) ? result : SqlType.Int64) : sum;

    private string Mean(SqlType operand, string mean) => operand.Kind == SqlTypeKind.Number ? CastTo(mean, Quotient(operand)) : mean;

    private static Expression NoneIsNull(AggregateCall call)
    {
        var conditions = call.Arguments.Select(Make.IsNotNull);
        return Make.And(call.Filter is null ? conditions : new[] { call.Filter }.Concat(conditions));
    }

    private string OrderTuple(EquatableArray<Expression> arguments) =>
        arguments.Count == 2 ? Write(arguments[1]) : "(" + Arguments(arguments.Skip(1)) + ")";

    private string OrderOf(AggregateCall call) => call.OrderBy.Count > 0 ? Orderings(call.OrderBy) : Write(call.Arguments[0]);

    // A key with a quote has no word in a path, but one in a JSON pointer.
    private static string JsonSteps(EquatableArray<JsonStep> steps) => steps.Any(s => s.Key is { } key && key.IndexOf('"') >= 0)
        ? string.Concat(steps.Select(s => "/" + (s.Key?.Replace("~", "~0").Replace("/", "~1") ?? Index(s))))
        : "$" + string.Concat(steps.Select(s => s.Key is { } key ? ".\"" + key + "\"" : "[" + Index(s) + "]"));

    private static string Index(JsonStep step) => step.Index.ToString(CultureInfo.InvariantCulture);

    private static int Integer(FunctionCall call, int argument) =>
        call.Arguments[argument] is Literal { Value: { } value }
            && int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new UnspellableException($"{call.Function} takes its digits as constants.");
}
