using System.Globalization;
using Pipeline.Catalog;

namespace Pipeline.Sql;

/// <summary>Queries as SQL: one clause and one column a line. A dialect overrides the sources that it names differently.</summary>
internal abstract class QueryWriter
{
    protected QueryWriter(SqlQuoting quoting, ExpressionWriter expressions)
    {
        Quoting = quoting;
        Expressions = expressions;
        expressions.Queries = this;
    }

    protected SqlQuoting Quoting { get; }

    protected ExpressionWriter Expressions { get; }

    /// <summary>The query with its steps.</summary>
    /// <param name="query">The query.</param>
    /// <param name="into">The variables that take the values of the one row; null where the query's rows are its result.</param>
    public string Write(Query query, string? into = null)
    {
        var body = WriteBody(query, into);
        if (query.With.Count == 0) return body;

        var steps = query.With.Select(step => Commented(step.Comment, Quoting.Alias(step.Name) + " AS " + Layout.Block(Write(step.Query))));
        return (query.With.Any(t => t.IsRecursive) ? "WITH RECURSIVE\n" : "WITH\n") + Layout.Indent(Layout.Lines(steps)) + "\n" + body;
    }

    /// <summary>A source with its alias, as after FROM.</summary>
    public string Write(Source source) => source switch
    {
        ObjectSource s => Aliased(ObjectName(s), s.Alias, s.Object.Name),
        StreamSource s => Aliased(Quoting.Name(s.Stream), s.Alias, s.Stream.Name),
        CommonTableSource s => Aliased(Quoting.Alias(s.Name), s.Alias, s.Name),
        SubquerySource s => Aliased(Layout.Block(Write(s.Query)), s.Alias, null),
        DaysSource s => Aliased(Layout.Block(Days(s)), s.Alias, null),
        NumbersSource s => Aliased(Layout.Block(Numbers(s)), s.Alias, null),
        ValuesSource s => Values(s),
        FlattenSource s => Aliased(Flatten(s, keepsEmpty: false), s.Alias, null),
        _ => throw new ArgumentOutOfRangeException(nameof(source), source.GetType().Name, "A source of an unknown kind."),
    };

    /// <summary>The name under which an object is found: a batch may live elsewhere than a table.</summary>
    public virtual string ObjectName(ObjectSource source) => Quoting.Name(source.Object);

    /// <summary>The text under its comment, if it has one.</summary>
    public static string Commented(string? comment, string text) =>
        string.IsNullOrWhiteSpace(comment) ? text : "-- " + SqlQuoting.Comment(comment!) + "\n" + text;

    protected abstract string Days(DaysSource days);

    protected abstract string Numbers(NumbersSource numbers);

    /// <summary>An as-of join with its conditions.</summary>
    protected abstract string AsOfJoin(Join join);

    protected abstract string Flatten(FlattenSource flatten, bool keepsEmpty);

    /// <summary>A join to the elements of an array.</summary>
    protected abstract string JoinFlatten(FlattenSource flatten, bool keepsEmpty);

    protected static int DaysIn(DaysSource days)
    {
        var first = DateTime.ParseExact(days.First, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var last = DateTime.ParseExact(days.Last, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return first <= last
            ? (last - first).Days + 1
            : throw new UnspellableException($"A calendar from {days.First} to {days.Last} has no days.");
    }

    protected string Aliased(string text, string alias, string? ownName) =>
        string.Equals(alias, ownName, StringComparison.OrdinalIgnoreCase) && Quoting.Alias(alias) == alias
            ? text
            : text + " AS " + Quoting.Alias(alias);

    private string WriteBody(Query query, string? into) => query switch
    {
        SelectQuery select => WriteSelect(select, into),
        SetQuery set when into is null => WriteSet(set),
        _ => throw new UnspellableException("Only a SELECT sets a variable."),
    };

    private string WriteSelect(SelectQuery select, string? into)
    {
        var lines = new List<string> { Columns(select) };
        if (into is not null) lines.Add("INTO " + into);
        if (select.From is not null) lines.Add("FROM " + Write(select.From));
        lines.AddRange(select.Joins.Select(Write));
        if (select.Where is not null) lines.Add("WHERE " + Expressions.WriteFilter(select.Where));
        if (select.GroupBy.Count > 0) lines.Add(Layout.Clause("GROUP BY", select.GroupBy.Select(e => Expressions.Write(Unplaced(e)))));
        if (select.Having is not null) lines.Add("HAVING " + Expressions.Write(select.Having));
        if (select.Qualify is not null) lines.Add("QUALIFY " + Expressions.Write(select.Qualify));
        if (select.OrderBy.Count > 0) lines.Add(Layout.Clause("ORDER BY", select.OrderBy.Select(o => Expressions.Ordering(o with { Value = Unplaced(o.Value) }))));
        if (select.Take is not null || select.Skip is not null) lines.Add(Limit(select));
        return string.Join("\n", lines);
    }

    // A bare number is the place of a column here, not a value.
    private Expression Unplaced(Expression value) =>
        value is Literal { Value: not null, Type.Kind: SqlTypeKind.Text } || Expressions.Write(value).All(c => c is (>= '0' and <= '9') or '.' or '-' or '(' or ')') ? new CastExpression(value, value.Type) : value;

    private string Columns(SelectQuery select)
    {
        var word = select.Distinct ? "SELECT DISTINCT" : "SELECT";
        var columns = Layout.Align(select.Columns.Select(Column).ToList()).ToList();
        return columns.Count == 1 && Layout.FitsLine(columns[0])
            ? word + " " + columns[0]
            : word + "\n" + Layout.Indent(Layout.Lines(columns));
    }

    private (string, string?) Column(Projection column)
    {
        // A bare NULL has the wrong type for those who read it.
        var text = column.Value is Literal { Value: null } nothing
            ? $"CAST(NULL AS {Expressions.Type(nothing.Type)})"
            : Expressions.Write(column.Value);
        return column.Value is ColumnReference reference && reference.Column == column.Name
            ? (text, null)
            : (text, "AS " + Quoting.Identifier(column.Name));
    }

    private string Write(Join join)
    {
        if (join.Source is FlattenSource flatten) return JoinFlatten(flatten, join.Kind == JoinKind.Left);

        if (join.Kind == JoinKind.AsOf) return AsOfJoin(join);
        var word = join.Kind switch
        {
            JoinKind.Inner => "JOIN",
            JoinKind.Left => "LEFT JOIN",
            JoinKind.Right => "RIGHT JOIN",
            JoinKind.Full => "FULL JOIN",
            _ => "CROSS JOIN",
        };
        var text = word + " " + Write(join.Source);
        return join.On is null ? text : text + "\n    ON " + Layout.Hang(Expressions.Write(join.On));
    }

    // Both know rows of constants with names for their columns.
    private string Values(ValuesSource values)
    {
        var rows = values.Rows.Select(r => "(" + string.Join(", ", r.Values.Select(v => Expressions.Write(v))) + ")").ToList();
        var line = "VALUES " + string.Join(", ", rows);
        var block = Layout.FitsLine(line) ? "(" + line + ")" : Layout.Block("VALUES\n" + Layout.Indent(Layout.Lines(rows)));
        return $"{block} AS {Quoting.Alias(values.Alias)} ({string.Join(", ", values.Columns.Select(Quoting.Identifier))})";
    }

    private static string Limit(SelectQuery select)
    {
        // Snowflake takes no OFFSET without a LIMIT; NULL is no limit, but DuckDB wants it spelled so too.
        var take = select.Take?.ToString(CultureInfo.InvariantCulture) ?? "NULL";
        return "LIMIT " + take + (select.Skip is { } skip ? " OFFSET " + skip.ToString(CultureInfo.InvariantCulture) : "");
    }

    private string WriteSet(SetQuery set)
    {
        var word = set.Operator switch
        {
            SetOperator.UnionAll => "UNION ALL",
            SetOperator.Union => "UNION",
            SetOperator.Except => "EXCEPT",
            _ => "INTERSECT",
        };
        return Operand(set.Left, set.Operator, isLeft: true) + "\n" + word + "\n" + Operand(set.Right, set.Operator, isLeft: false);
    }

    // A chain of one operator reads from the left; what is sorted or cut on its own keeps that in parentheses.
    private string Operand(Query query, SetOperator op, bool isLeft) => query switch
    {
        SetQuery { Operator: var inner } when isLeft && inner == op && query.With.Count == 0 => WriteBody(query, null),
        SelectQuery { OrderBy.Count: 0, Take: null, Skip: null, With.Count: 0 } => WriteBody(query, null),
        _ => Layout.Block(Write(query)),
    };
}
