using System.Globalization;
using System.Text;
using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>What only Snowflake says so.</summary>
internal class SnowflakeExpressionWriter() : ExpressionWriter(SnowflakeQuoting.Instance)
{
    public override string Type(SqlType type) => SnowflakeTypes.Spell(type);

    protected override (string Text, Precedence Binds) Spell(Expression expression) => expression switch
    {
        // A document that is JSON's null is there, for IS NULL.
        IsNullExpression { Operand: ColumnReference { Type.Kind: SqlTypeKind.Variant } } e =>
            ($"STRIP_NULL_VALUE({Write(e.Operand)})" + (e.Negated ? " IS NOT NULL" : " IS NULL"), Precedence.Comparison),
        ExistsExpression e => base.Spell(e with { Query = CorrelatedFilter.Of(e.Query) }),
        ScalarSubquery e => base.Spell(e with { Query = CorrelatedFilter.Of(e.Query) }),
        _ => base.Spell(expression),
    };

    protected override string Variable(VariableReference variable) => ":" + Quoting.Alias(variable.Name);

    protected override string TextLiteral(string text) => Quoting.Literal(text);

    protected override string TypedLiteral(string value, SqlType type) => type.Kind switch
    {
        SqlTypeKind.TimestampNtz or SqlTypeKind.TimestampTz => "'" + Times.Shorten(Checked(value)) + "'::" + Type(type),
        SqlTypeKind.Float => Quoting.Literal(value) + "::" + Type(type),
        SqlTypeKind.Variant => "PARSE_JSON(" + Quoting.Literal(value) + ")",
        _ => "TO_BINARY(" + Quoting.Literal(value) + ", 'HEX')",
    };

    protected override (string, Precedence) Divide(BinaryExpression division) => Infix(division, "/", Precedence.Multiplicative);

    // A quotient keeps six digits and rounds the rest, so that cutting it could cut at the next number; taking the rest off first is exact.
    protected override (string, Precedence) IntegerDivide(BinaryExpression division)
    {
        var divisor = Write(division.Right, Precedence.Unary);
        if (division.Right is Literal { Value: { } value } && value.TrimStart('-').Length <= 6)
        {
            return ("TRUNC(" + Write(division.Left, Precedence.Multiplicative) + " / " + divisor + ")", Precedence.Primary);
        }

        var (left, right) = (Write(division.Left), Write(division.Right));
        return ($"CAST(({Write(division.Left, Precedence.Additive)} - MOD({left}, {right})) / {divisor} AS {Type(division.Type)})", Precedence.Primary);
    }

    protected override (string, Precedence) Modulo(BinaryExpression division) =>
        ("MOD(" + Write(division.Left) + ", " + Write(division.Right) + ")", Precedence.Primary);

    protected override string TimeAsText(string value, SqlType type) =>
        "TO_CHAR(" + value + ", " + (type.Kind == SqlTypeKind.Date ? "'YYYY-MM-DD')" : "'YYYY-MM-DD HH24:MI:SS.FF6')");

    protected override FunctionSpelling SpellingOf(Function function) => function.Snowflake;

    protected override string Aggregate(AggregateCall call)
    {
        var arguments = call.Arguments;
        var distinct = call.Distinct ? "DISTINCT " : "";
        return call.Function switch
        {
            "Count" when arguments.Count == 0 => call.Filter is { } filter ? $"COUNT_IF({Write(filter)})" : "COUNT(*)",
            "Count" => $"COUNT({distinct}{Filtered(call, arguments[0])})",
            "CountDistinct" => $"COUNT(DISTINCT {string.Join(", ", arguments.Select(a => Filtered(call, a)))})",
            "CountIf" => $"COUNT_IF({(call.Filter is { } filter ? Write(Make.And(filter, arguments[0])) : Write(arguments[0]))})",
            "Sum" => $"SUM({distinct}{Filtered(call, arguments[0])})",
            "Average" => $"AVG({distinct}{Filtered(call, arguments[0])})",
            "LastBy" when arguments.Count == 2 => $"MAX_BY({Write(arguments[0])}, {Filtered(call, arguments[1])})",
            "FirstBy" when arguments.Count == 2 => $"MIN_BY({Write(arguments[0])}, {Filtered(call, arguments[1])})",
            "LastBy" => Outermost(call, call.Arguments.Skip(1).Select(key => new Ordering(key, Descending: true))),
            "FirstBy" => Outermost(call, call.Arguments.Skip(1).Select(key => new Ordering(key))),
            "First" => Outermost(call, call.OrderBy),
            "Join" => $"LISTAGG({distinct}{Filtered(call, arguments[0])}, {Write(arguments[1])}) WITHIN GROUP (ORDER BY {OrderOf(call)})",
            "Percentile" => $"PERCENTILE_CONT({Write(arguments[1])}) WITHIN GROUP (ORDER BY {Filtered(call, arguments[0])})",
            "Median" => $"MEDIAN({Filtered(call, arguments[0])})",
            _ when AggregateFunctions.Find(call.Function) is { } function =>
                function.Snowflake.Replace("{0}", Filtered(call, arguments[0])).Replace("{1}", arguments.Count > 1 ? Write(arguments[1]) : ""),
            _ => throw new UnspellableException($"No dialect knows an aggregate '{call.Function}'."),
        };
    }

    // MAX_BY orders by one value alone. A value in an object is kept where it is null; an array would leave it out.
    private string Outermost(AggregateCall call, IEnumerable<Ordering> keys)
    {
        var order = Orderings(keys);
        var value = Filtered(call, Make.Call("JsonObject", SqlType.Variant, Literal.Text("VALUE"), call.Arguments[0]));
        return $"(ARRAY_AGG({value}) WITHIN GROUP (ORDER BY {order}))[0]:VALUE::{Type(call.Type)}";
    }

    // Aggregates have no FILTER here; a null counts for none of them.
    private string Filtered(AggregateCall call, Expression argument) =>
        call.Filter is { } filter ? $"CASE WHEN {Write(filter)} THEN {Write(argument)} END" : Write(argument);

    private string OrderOf(AggregateCall call) => call.OrderBy.Count > 0 ? Orderings(call.OrderBy) : Write(call.Arguments[0]);

    protected override string WindowFunction(WindowCall call) => WindowFunctions.Spell(call, "COUNT_IF({0})", Arguments(call.Arguments));

    protected override (string, Precedence) Path(JsonPath path)
    {
        var text = new StringBuilder(Write(path.Operand, Precedence.Primary));
        for (var i = 0; i < path.Steps.Count; i++)
        {
            var (key, index) = path.Steps[i];
            if (key is null) text.Append('[').Append(index.ToString(CultureInfo.InvariantCulture)).Append(']');
            else if (!IsSimple(key)) text.Append('[').Append(Quoting.Literal(key)).Append(']');
            else text.Append(i == 0 ? ':' : '.').Append(key);
        }

        // What doesn't fit is null and never an error, as is a JSON null.
        return (path.Type.Kind switch
        {
            SqlTypeKind.Variant => path.Steps.Count == 0 ? text.ToString() : $"STRIP_NULL_VALUE({text})",
            SqlTypeKind.Text => $"{text}::{Type(path.Type)}",
            SqlTypeKind.Number => FormattableString.Invariant($"TRY_TO_DECIMAL({text}::VARCHAR, {path.Type.Precision}, {path.Type.Scale})"),
            SqlTypeKind.Float => $"TRY_TO_DOUBLE({text}::VARCHAR)",
            SqlTypeKind.Boolean => $"TRY_TO_BOOLEAN({text}::VARCHAR)",
            SqlTypeKind.Date => $"TRY_TO_DATE({text}::VARCHAR, 'AUTO')",
            SqlTypeKind.TimestampNtz => $"TRY_TO_TIMESTAMP_NTZ({text}::VARCHAR, 'AUTO')",
            _ => $"{text}::{Type(path.Type)}",
        }, Precedence.Primary);
    }

    private static bool IsSimple(string key)
    {
        for (var i = 0; i < key.Length; i++)
        {
            if (key[i] is not ((>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or '_') && !(i > 0 && key[i] is >= '0' and <= '9')) return false;
        }

        // A step that is a word of SQL would end the path.
        return key.Length > 0 && !SnowflakeReservedWords.All.Contains(key.ToUpperInvariant());
    }
}
