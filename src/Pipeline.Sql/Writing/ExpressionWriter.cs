using System.Globalization;
using Pipeline.Catalog;

namespace Pipeline.Sql;

/// <summary>
/// Expressions as SQL, with no more parentheses than the meaning needs. What the dialects say alike is here; a dialect overrides the rest.
/// </summary>
internal abstract class ExpressionWriter(SqlQuoting quoting)
{
    protected SqlQuoting Quoting { get; } = quoting;

    /// <summary>Writes queries inside of expressions.</summary>
    public QueryWriter Queries { get; set; } = null!;

    public string Write(Expression expression, Precedence place = Precedence.Lowest)
    {
        var (text, binds) = Spell(expression);
        if (binds >= place) return text;
        return "(" + text + ")";
    }

    /// <summary>A text in quotes.</summary>
    public string Quoted(string text) => Quoting.Literal(text);

    /// <summary>The condition of a WHERE, for which null is false.</summary>
    public virtual string WriteFilter(Expression condition) => Write(condition);

    /// <summary>The type's name.</summary>
    public abstract string Type(SqlType type);

    /// <summary>The expression and how tightly its outermost operator binds.</summary>
    protected virtual (string Text, Precedence Binds) Spell(Expression expression) => expression switch
    {
        ColumnReference e => ((e.Source.Length == 0 ? "" : Quoting.Alias(e.Source) + ".") + Quoting.Identifier(e.Column), Precedence.Primary),
        Literal e => Constant(e),
        VariableReference e => (Variable(e), Precedence.Primary),
        BinaryExpression { Operator: BinaryOperator.And } e => Chain(e, Precedence.And, "AND"),
        BinaryExpression { Operator: BinaryOperator.Or } e => Chain(e, Precedence.Or, "OR"),
        BinaryExpression e => Operation(e),
        NotExpression e => Negation(e.Operand),
        NegateExpression e => ("-" + Write(e.Operand, Precedence.Primary), Precedence.Unary),
        IsNullExpression e => (Write(e.Operand, Precedence.Concat) + (e.Negated ? " IS NOT NULL" : " IS NULL"), Precedence.Comparison),
        InExpression e => In(e),
        CaseExpression e => (Case(e), Precedence.Primary),
        CastExpression e => (Cast(e), Precedence.Primary),
        FunctionCall e => Function(e),
        AggregateCall e => (Aggregate(e), Precedence.Primary),
        WindowCall e => (Window(e), Precedence.Primary),
        ExistsExpression { Negated: true } e => ("NOT EXISTS " + Layout.Block(Queries.Write(e.Query)), Precedence.Not),
        ExistsExpression e => ("EXISTS " + Layout.Block(Queries.Write(e.Query)), Precedence.Primary),
        ScalarSubquery e => (Layout.Block(Queries.Write(e.Query)), Precedence.Primary),
        JsonPath e => Path(e),
        RawSql e => (Raw(e), Precedence.Lowest),
        Rejectable or KeyLookup => throw new UnspellableException(
            $"{expression.GetType().Name} has a meaning in a load's query only, and lowering takes it out."),
        _ => throw new ArgumentOutOfRangeException(nameof(expression), expression.GetType().Name, "An expression of an unknown kind."),
    };

    protected abstract string Variable(VariableReference variable);

    protected abstract string TextLiteral(string text);

    /// <summary>A literal of a type that each dialect has its own words for.</summary>
    protected abstract string TypedLiteral(string value, SqlType type);

    protected abstract (string Text, Precedence Binds) Divide(BinaryExpression division);

    protected abstract (string Text, Precedence Binds) IntegerDivide(BinaryExpression division);

    protected abstract (string Text, Precedence Binds) Modulo(BinaryExpression division);

    /// <summary>A time as text; numbers and the rest cast alike.</summary>
    protected abstract string TimeAsText(string value, SqlType type);

    protected abstract FunctionSpelling SpellingOf(Function function);

    protected abstract string Aggregate(AggregateCall call);

    /// <summary>The function of a window without its OVER.</summary>
    protected abstract string WindowFunction(WindowCall call);

    protected abstract (string Text, Precedence Binds) Path(JsonPath path);

    /// <summary>What is done to the value of the whole window, such as giving a sum its type.</summary>
    protected virtual string AroundWindow(WindowCall call, string window) => window;

    protected string Arguments(IEnumerable<Expression> arguments) => string.Join(", ", arguments.Select(a => Write(a)));

    protected string Orderings(IEnumerable<Ordering> orderings) => string.Join(", ", orderings.Select(Ordering));

    /// <summary>Where nulls go is always said: the dialects don't agree on it.</summary>
    public string Ordering(Ordering ordering) =>
        Write(ordering.Value, Precedence.Concat) + (ordering.Descending ? " DESC NULLS " : " ASC NULLS ") + ordering.Nulls switch
        {
            NullPlace.First => "FIRST",
            NullPlace.Last => "LAST",
            _ => ordering.Descending ? "LAST" : "FIRST",
        };

    private (string, Precedence) Constant(Literal literal)
    {
        if (literal.Value is not { } value) return ("NULL", Precedence.Primary);
        return literal.Type.Kind switch
        {
            SqlTypeKind.Text => (TextLiteral(value), Precedence.Primary),
            SqlTypeKind.Boolean => (value == "true" ? "TRUE" : "FALSE", Precedence.Primary),
            SqlTypeKind.Number when IsNumber(value) => (value, value[0] == '-' ? Precedence.Unary : Precedence.Primary),
            SqlTypeKind.Number => throw new UnspellableException($"'{value}' is no number."),
            SqlTypeKind.Date => ("DATE '" + Checked(value) + "'", Precedence.Primary),
            SqlTypeKind.Time => ("TIME '" + Checked(value) + "'", Precedence.Primary),
            _ => (TypedLiteral(value, literal.Type), Precedence.Primary),
        };
    }

    /// <summary>A day or a time: digits and what stands between them, and nothing that could end the literal.</summary>
    protected static string Checked(string value) => value.All(c => c is (>= '0' and <= '9') or '-' or ':' or '.' or ' ' or '+')
        ? value
        : throw new UnspellableException($"'{value}' is no date or time.");

    private static bool IsNumber(string value) => value.Length > 0 && value.Any(c => c is >= '0' and <= '9')
        && value.Skip(value[0] == '-' ? 1 : 0).All(c => c is (>= '0' and <= '9') or '.');

    private (string, Precedence) Chain(BinaryExpression chain, Precedence level, string word)
    {
        var terms = new List<Expression>();
        Collect(chain);
        var texts = terms.Select(t => Write(t, level + 1)).ToList();
        var line = string.Join(" " + word + " ", texts);
        return (Layout.FitsLine(line) ? line : texts[0] + Layout.Hang(string.Concat(texts.Skip(1).Select(t => "\n" + word + " " + t))), level);

        void Collect(Expression expression)
        {
            if (expression is BinaryExpression e && e.Operator == chain.Operator)
            {
                Collect(e.Left);
                Collect(e.Right);
            }
            else
            {
                terms.Add(expression);
            }
        }
    }

    private (string, Precedence) Operation(BinaryExpression e) => e.Operator switch
    {
        BinaryOperator.Add => Infix(Widened(e), "+", Precedence.Additive),
        BinaryOperator.Subtract => Infix(Widened(e), "-", Precedence.Additive),
        BinaryOperator.Multiply => Infix(Widened(e), "*", Precedence.Multiplicative),
        BinaryOperator.Divide => Divide(e),
        BinaryOperator.IntegerDivide => IntegerDivide(e),
        BinaryOperator.Modulo => Modulo(e),
        BinaryOperator.Equal => Comparison(e, "="),
        BinaryOperator.NotEqual => Comparison(e, "<>"),
        BinaryOperator.LessThan => Comparison(e, "<"),
        BinaryOperator.LessOrEqual => Comparison(e, "<="),
        BinaryOperator.GreaterThan => Comparison(e, ">"),
        BinaryOperator.GreaterOrEqual => Comparison(e, ">="),
        BinaryOperator.Distinct => Comparison(e, "IS DISTINCT FROM"),
        BinaryOperator.NotDistinct => Comparison(e, "IS NOT DISTINCT FROM"),
        BinaryOperator.Concat =>
            (ConcatOperand(e, e.Left, Precedence.Concat) + " || " + ConcatOperand(e, e.Right, Precedence.Additive), Precedence.Concat),
        _ => throw new ArgumentOutOfRangeException(nameof(e), e.Operator, "An operator of an unknown kind."),
    };

    /// <summary>Arithmetic whose result has room for all its digits.</summary>
    protected virtual BinaryExpression Widened(BinaryExpression arithmetic) => arithmetic;

    /// <summary>Left-associative: the right operand must bind tighter.</summary>
    protected (string, Precedence) Infix(BinaryExpression e, string word, Precedence level) =>
        (Write(e.Left, level) + " " + word + " " + Write(e.Right, level + 1), level);

    private (string, Precedence) Comparison(BinaryExpression e, string word)
    {
        var (left, right) = (Write(e.Left, Precedence.Concat), word + " " + Write(e.Right, Precedence.Concat));
        var line = left + " " + right;
        return (line.Length > Layout.Width && Layout.IsOneLine(line) ? left + "\n" + Layout.Indent(right) : line, Precedence.Comparison);
    }

    // C# takes a null text for an empty one when it joins texts; SQL makes the whole null.
    private string ConcatOperand(BinaryExpression e, Expression operand, Precedence place) =>
        operand.Nullable && !e.Nullable ? "COALESCE(" + Write(operand) + ", '')" : Write(operand, place);

    private (string, Precedence) Negation(Expression operand) => operand switch
    {
        IsNullExpression e => Spell(e with { Negated = !e.Negated }),
        InExpression e => Spell(e with { Negated = !e.Negated }),
        ExistsExpression e => Spell(e with { Negated = !e.Negated }),
        BinaryExpression e when e.Operator.Opposite() is { } opposite => Spell(e with { Operator = opposite }),
        _ => ("NOT " + Write(operand, Precedence.Concat), Precedence.Not),
    };

    private (string, Precedence) In(InExpression e)
    {
        if (e.Values.Count == 0) return (e.Negated ? "TRUE" : "FALSE", Precedence.Primary);
        var operand = Write(e.Operand, Precedence.Concat) + (e.Negated ? " NOT IN (" : " IN (");
        var line = operand + Arguments(e.Values) + ")";
        var text = Layout.FitsLine(line) ? line : operand + "\n" + Layout.Indent(Layout.Lines(e.Values.Select(v => Write(v)))) + "\n)";
        return (text, Precedence.Comparison);
    }

    private string Case(CaseExpression e)
    {
        var branches = e.Branches.Select(b => (When: "WHEN " + Write(b.When), Then: "THEN " + Write(b.Then))).ToList();
        var otherwise = e.Else is null ? null : "ELSE " + Write(e.Else);
        var line = "CASE " + string.Join(" ", branches.Select(b => b.When + " " + b.Then)) + (otherwise is null ? "" : " " + otherwise) + " END";
        if (Layout.FitsLine(line) && branches.Count <= 2) return line;

        var lines = branches.Select(b => Layout.FitsLine(b.When + " " + b.Then)
            ? b.When + " " + b.Then
            : b.When + "\n" + Layout.Indent(b.Then)).ToList();
        if (otherwise is not null) lines.Add(otherwise);
        return "CASE\n" + Layout.Indent(string.Join("\n", lines)) + "\nEND";
    }

    private string Cast(CastExpression e)
    {
        var isTime = e.Operand.Type.Kind is SqlTypeKind.Date or SqlTypeKind.TimestampNtz or SqlTypeKind.TimestampTz;
        return e.Type.Kind == SqlTypeKind.Text && isTime && e.Operand is not Literal { Value: null }
            ? TimeAsText(Write(e.Operand), e.Operand.Type)
            : CastTo(Write(e.Operand), e.Type);
    }

    protected string CastTo(string value, SqlType type) => "CAST(" + value + " AS " + Type(type) + ")";

    private (string, Precedence) Function(FunctionCall call)
    {
        if (Pipeline.Sql.FunctionTable.Find(call.Function, call.Arguments.Count) is not { } function)
        {
            throw new UnspellableException($"No dialect knows a function '{call.Function}' of {call.Arguments.Count} arguments.");
        }

        var (text, binds) = SpellingOf(function).Spell(call, this);
        if (call.Function == "JsonObject" && !Layout.FitsLine(text)) text = Pairs(text.Substring(0, text.IndexOf('(')), call);

        // A null matches nothing, also below a NOT.
        var isPredicate = call.Type.Kind == SqlTypeKind.Boolean && !call.Nullable && call.Arguments.Any(a => a.Nullable);
        return isPredicate && call.Function != "Coalesce" ? ("COALESCE(" + text + ", FALSE)", Precedence.Primary) : (text, binds);
    }

    private string Pairs(string function, FunctionCall call)
    {
        var pairs = new List<string>();
        for (var i = 0; i + 1 < call.Arguments.Count; i += 2) pairs.Add(Write(call.Arguments[i]) + ", " + Write(call.Arguments[i + 1]));
        return function + "(\n" + Layout.Indent(Layout.Lines(pairs)) + "\n)";
    }

    private string Window(WindowCall call)
    {
        var parts = new List<string>();
        if (call.PartitionBy.Count > 0) parts.Add(Layout.Clause("PARTITION BY", call.PartitionBy.Select(e => Write(e))));
        if (call.OrderBy.Count > 0) parts.Add(Layout.Clause("ORDER BY", call.OrderBy.Select(Ordering)));
        if (FrameOf(call) is { } frame) parts.Add(frame);

        var function = WindowFunction(call) + " OVER (";
        var line = function + string.Join(" ", parts) + ")";
        return AroundWindow(call, Layout.FitsLine(line) ? line : function + "\n" + Layout.Indent(string.Join("\n", parts)) + "\n)");
    }

    // Ranking functions and neighbours take no frame. Without an order the frame is the partition anyway.
    private static string? FrameOf(WindowCall call) => call.Frame switch
    {
        _ when call.OrderBy.Count == 0 => null,
        WindowFrame.UpToCurrentRow => "ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW",
        WindowFrame.WholePartition => "ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING",
        WindowFrame.Moving => $"ROWS BETWEEN {Bound(call.Preceding, null, "PRECEDING")} AND {Bound(call.Following, null, "FOLLOWING")}",
        WindowFrame.Range => $"RANGE BETWEEN {Bound(call.Preceding, call.RangePart, "PRECEDING")} AND {Bound(call.Following, call.RangePart, "FOLLOWING")}",
        WindowFrame.UpToTies => "RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW",
        // LAST_VALUE's own frame would end at the current row.
        _ => call.Function is "FirstValue" or "LastValue" ? "ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING" : null,
    };

    private static string Bound(int amount, string? part, string side)
    {
        if (amount == 0) return "CURRENT ROW";
        var number = amount.ToString(CultureInfo.InvariantCulture);
        return (part is null ? number : $"INTERVAL '{number} {part}'") + " " + side;
    }

    /// <summary>Snowflake's scale of a quotient or a mean: six digits more, up to 12.</summary>
    protected static SqlType Quotient(SqlType numerator) => SqlType.Number(38, Math.Max(numerator.Scale, Math.Min(numerator.Scale + 6, 12)));

    private string Raw(RawSql e)
    {
        var text = new System.Text.StringBuilder(e.Texts[0]);
        for (var i = 0; i < e.Arguments.Count; i++) text.Append(Write(e.Arguments[i], Precedence.Primary)).Append(e.Texts[i + 1]);
        return text.Replace("\r\n", "\n").Replace('\r', '\n').Replace('\n', Layout.KeptLineBreak).ToString();
    }
}
