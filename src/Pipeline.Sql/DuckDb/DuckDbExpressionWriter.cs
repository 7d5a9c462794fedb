using System.Globalization;
using Pipeline.Catalog;

namespace Pipeline.Sql.DuckDb;

/// <summary>What only DuckDB says so, and what it must be told to compute as Snowflake does.</summary>
internal sealed class DuckDbExpressionWriter() : ExpressionWriter(DuckDbQuoting.Instance)
{
    public override string Type(SqlType type) => DuckDbTypes.Spell(type);

    public override string WriteFilter(Expression condition)
    {
        var terms = Conjunction.Of(condition).ToList();
        if (!terms.OfType<ExistsExpression>().Any(e => !e.Negated)) return Write(condition);
        return string.Join("\n    AND ", terms.Select(t => Layout.Hang(
            t is ExistsExpression { Negated: false } e && Membership.Of(e) is { } membership ? Found(membership) : Write(t, terms.Count == 1 ? Precedence.Lowest : Precedence.And))));
    }

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
        ExistsExpression e when Membership.Of(e) is { } membership => Listed(e, membership),
        _ => base.Spell(DuckDbScales.Aligned(expression)),
    };

    // Whether a row is there is NULL where a key is; a WHERE takes that for no.
    private (string Text, Precedence Binds) Listed(ExistsExpression exists, Membership membership) => exists.Negated
        ? ("NOT COALESCE(" + Found(membership) + ", FALSE)", Precedence.Not)
        : ("COALESCE(" + Found(membership) + ", FALSE)", Precedence.Primary);

    private string Found(Membership membership)
    {
        var keys = membership.Keys.Count == 1 ? Write(membership.Keys[0], Precedence.Concat) : "(" + string.Join(", ", membership.Keys.Select(k => Write(k))) + ")";
        return keys + " IN " + Layout.Block(Queries.Write(membership.Rows));
    }

    protected override string Variable(VariableReference variable) => "GETVARIABLE(" + Quoting.Literal(variable.Name) + ")";

    protected override string TextLiteral(string text) => Quoting.Literal(text);

    protected override string TypedLiteral(string value, SqlType type) => type.Kind switch
    {
        SqlTypeKind.TimestampNtz => "TIMESTAMP '" + Times.Shorten(Checked(value)) + "'",
        SqlTypeKind.Variant => "CAST(" + Quoting.Literal(value) + " AS JSON)",
        SqlTypeKind.Binary => "UNHEX(" + Quoting.Literal(value) + ")",
        _ => "CAST(" + Quoting.Literal(value) + " AS " + Type(type) + ")",
    };

    // Of two decimals of up to 18 digits the result has no more than 18 either, and overflows; one that is wider makes room.
    protected override BinaryExpression Widened(BinaryExpression arithmetic)
    {
        var (left, right) = (arithmetic.Left.Type, arithmetic.Right.Type);
        if (left.Kind != SqlTypeKind.Number || right.Kind != SqlTypeKind.Number || left.Scale + right.Scale == 0 || arithmetic.Left is CastExpression { Type.Precision: 38 }) return arithmetic;
        var digits = arithmetic.Operator == BinaryOperator.Multiply
            ? left.Precision + right.Precision
            : Math.Max(left.Precision - left.Scale, right.Precision - right.Scale) + Math.Max(left.Scale, right.Scale) + 1;
        return digits <= 18 || left.Precision > 18 || right.Precision > 18 ? arithmetic : arithmetic with { Left = new CastExpression(arithmetic.Left, SqlType.Number(38, left.Scale)) };
    }

    // A quotient of decimals is a DOUBLE here, and a number divided by 0 is infinite; Snowflake keeps six digits more and fails. Whole numbers
    // divide exactly: one digit more than is kept, cut, is enough to round by.
    protected override (string, Precedence) Divide(BinaryExpression division)
    {
        if (division.Left.Type.Kind != SqlTypeKind.Number || division.Right.Type.Kind != SqlTypeKind.Number)
        {
            var (quotient, binds) = Infix(division, "/", Precedence.Multiplicative);
            return Guarded(division, quotient, binds);
        }

        var type = Quotient(division.Left.Type);
        var whole = $"{Units(division.Left, type.Scale + 1 + division.Right.Type.Scale)} // {Units(division.Right, division.Right.Type.Scale)}";
        return Guarded(division, Rounded(whole, type), Precedence.Primary);
    }

    // A number in units of so many digits, as a whole number: first of its own digits, so that a wide one has room.
    private string Units(Expression number, int digits)
    {
        var scale = number.Type.Scale;
        var room = number.Type.Precision + scale > 18 ? CastTo(Write(number), SqlType.Number(38, scale)) : Write(number, Precedence.Multiplicative);
        var own = scale == 0 ? CastToHuge(Write(number)) : CastToHuge(room + " * 1" + new string('0', scale));
        return digits == scale ? own : own + " * 1" + new string('0', digits - scale);
    }

    // What has one digit more than its type is to have.
    private string Rounded(string whole, SqlType type) =>
        CastTo($"ROUND(CAST({whole} AS DECIMAL(38,0)) * 0.{new string('0', type.Scale)}1, {type.Scale.ToString(CultureInfo.InvariantCulture)})", type);

    private static string CastToHuge(string value) => $"CAST({value} AS HUGEINT)";

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
            "Average" when arguments[0].Type.Kind == SqlTypeKind.Number =>
                ExactMean(arguments[0].Type, $"SUM({distinct}{Write(arguments[0])}){filter}", $"COUNT({distinct}{Write(arguments[0])}){filter}"),
            "Average" => $"AVG({distinct}{Write(arguments[0])}){filter}",

            // MAX_BY would pass over a null value; the row that comes last may hold one.
            "LastBy" => $"ARG_MAX_NULL({Write(arguments[0])}, {OrderTuple(arguments)})" + filter,
            "FirstBy" => $"ARG_MIN_NULL({Write(arguments[0])}, {OrderTuple(arguments)})" + filter,
            "First" => $"FIRST({Write(arguments[0])} ORDER BY {Orderings(call.OrderBy)})" + filter,
            "Join" => $"COALESCE(STRING_AGG({distinct}{Write(arguments[0])}, {Write(arguments[1])} ORDER BY {OrderOf(call)}){filter}, '')",
            "Percentile" when arguments[0].Type.Kind == SqlTypeKind.Number => ExactPercentile(call),
            "Percentile" => $"QUANTILE_CONT({Write(arguments[0])}, {Write(arguments[1])}){filter}",
            "Median" => Aggregate(call with { Function = "Percentile", Arguments = [arguments[0], new Literal("0.5", SqlType.Number(2, 1))] }),
            _ when AggregateFunctions.Find(call.Function) is { } function => function.DuckDb.Contains("{filter}") ? Filled(function.DuckDb, arguments).Replace("{filter}", filter) : Filled(function.DuckDb, arguments) + filter,
            _ => throw new UnspellableException($"No dialect knows an aggregate '{call.Function}'."),
        };
    }

    protected override string WindowFunction(WindowCall call) =>
        WindowFunctions.Spell(call, "COUNT(*) FILTER (WHERE {0})", Arguments(call.Arguments));

    protected override string AroundWindow(WindowCall call, string window) => call.Function switch
    {
        "Sum" => Summed(call.Type, call.Arguments[0].Type, window),
        "Average" when call.Arguments[0].Type.Kind == SqlTypeKind.Number =>
            ExactMean(call.Arguments[0].Type, "SUM" + window.Substring("AVG".Length), "COUNT" + window.Substring("AVG".Length)),
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
            SqlTypeKind.Number => DuckDbWords.TryToNumber(this, text, path.Type),
            _ => $"TRY_CAST({text} AS {Type(path.Type)})",
        }, Precedence.Primary);
    }

    private (string, Precedence) Guarded(BinaryExpression division, string quotient, Precedence binds)
    {
        if (division.Right is Literal { Value: { } value } && value.Trim('0', '.', '-').Length > 0) return (quotient, binds);
        var divisor = Write(division.Right, Precedence.Concat);
        return ($"CASE WHEN {divisor} = 0 THEN ERROR('Division by zero') ELSE {quotient} END", Precedence.Primary);
    }

    // The sum of whole numbers is a HUGEINT, which no column is.
    private string Summed(SqlType result, SqlType operand, string sum) =>
        DuckDbTypes.IsInteger(operand) ? CastTo(sum, DuckDbTypes.IsInteger(result) ? result : SqlType.Int64) : sum;

    private string Filled(string text, EquatableArray<Expression> arguments) =>
        arguments.Select((a, i) => (Gap: "{" + i.ToString(CultureInfo.InvariantCulture) + "}", Text: Write(a))).Aggregate(text, (filled, a) => filled.Replace(a.Gap, a.Text));

    // AVG computes in DOUBLE; the sum and how many there are divide exactly.
    private string ExactMean(SqlType operand, string sum, string count)
    {
        var type = Quotient(operand);
        var digits = type.Scale + 1 - operand.Scale;
        var units = operand.Scale == 0 ? CastToHuge(sum) : CastToHuge($"CAST({sum} AS {Type(SqlType.Number(38, operand.Scale))}) * 1{new string('0', operand.Scale)}");
        return Rounded($"{units} * 1{new string('0', digits)} // {count}", type);
    }

    // QUANTILE_CONT computes in DOUBLE between two values; the values in order and the straight line between two of them are exact.
    private string ExactPercentile(AggregateCall call)
    {
        var value = CastTo(Write(call.Arguments[0]), SqlType.Number(38, call.Arguments[0].Type.Scale));
        var counts = Make.And(new[] { call.Filter, Make.IsNotNull(call.Arguments[0]) }.OfType<Expression>());
        var list = $"LIST({value} ORDER BY {Write(call.Arguments[0])}) FILTER (WHERE {Write(counts)})";
        var place = $"{Write(call.Arguments[1], Precedence.Multiplicative)} * (COUNT(*) FILTER (WHERE {Write(counts)}) - 1)";
        var (below, above) = ($"({list})[CAST(FLOOR({place}) AS BIGINT) + 1]", $"({list})[CAST(CEIL({place}) AS BIGINT) + 1]");
        return CastTo($"{below} + ({place} - FLOOR({place})) * ({above} - {below})", Quotient(call.Arguments[0].Type));
    }

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
}
