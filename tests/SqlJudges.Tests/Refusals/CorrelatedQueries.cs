using SqlJudges.Tests.Reading;

namespace SqlJudges.Tests.Refusals;

/// <summary>
/// Queries within expressions that read a row around them as accounts were seen to refuse it ("Unsupported subquery type cannot be evaluated"), told by the text alone.
/// Names of columns are taken for those of the query that they stand in unless an alias says otherwise.
/// </summary>
internal sealed class CorrelatedQueries
{
    private static readonly string[] Clauses = ["SELECT", "FROM", "WHERE", "GROUP", "HAVING", "QUALIFY", "ORDER", "LIMIT", "UNION", "EXCEPT", "INTERSECT"];
    private static readonly string[] BeforeRows = ["FROM", "JOIN", "AS", "USING", "UNION", "ALL", "EXCEPT", "INTERSECT", "LATERAL", "TABLE", ";"];
    private static readonly string[] Comparisons = ["=", "<>", "<", "<=", ">", ">="];
    private static readonly string[] Aggregates =
    [
        "COUNT", "COUNT_IF", "SUM", "AVG", "MIN", "MAX", "MIN_BY", "MAX_BY", "ARRAY_AGG", "LISTAGG", "MEDIAN", "PERCENTILE_CONT", "BOOLAND_AGG", "BOOLOR_AGG", "ANY_VALUE",
    ];

    private readonly string origin;
    private readonly IReadOnlyList<SqlToken> tokens;
    private readonly List<string> found = [];

    private CorrelatedQueries(string origin, IReadOnlyList<SqlToken> tokens) => (this.origin, this.tokens) = (origin, tokens);

    /// <summary>Each such query of a file, in words.</summary>
    public static IReadOnlyList<string> In(string origin, string sql) => In(origin, SqlTokenizer.Read(sql));

    private static List<string> In(string origin, IReadOnlyList<SqlToken> tokens)
    {
        var check = new CorrelatedQueries(origin, tokens);
        for (var at = 1; at < tokens.Count; at++)
        {
            if (check.Is(at, "SELECT") && check.Is(at - 1, "(") && (at < 2 || !tokens[at - 2].IsAny(BeforeRows)))
            {
                check.Look(new(at, check.Close(at - 1)), isValue: at < 2 || !check.Is(at - 2, "EXISTS"));
            }
        }

        foreach (var body in tokens.Where(token => token.Kind == SqlTokenKind.Body))
        {
            check.found.AddRange(In(origin, SqlTokenizer.Read(body.Text[2..^2], body.Line)));
        }

        return check.found;
    }

    private void Look(Part query, bool isValue)
    {
        var clauses = Split(query);
        var own = Aliases(query);
        if (Reads(query, own) != Rows.Outside && Reads(query, own) != Rows.Both)
        {
            return;
        }

        foreach (var (word, part) in clauses)
        {
            switch (word)
            {
                case "SELECT" when isValue && LooksOut(part, own): Tell(part, "the outer row in a value of rows"); break;
                case "SELECT" when isValue && !Any(part, at => tokens[at].IsAny(Aggregates) && Is(at + 1, "(")): Tell(part, "a value that is no aggregate"); break;
                case "FROM": From(part, own); break;
                case "WHERE" or "HAVING": Condition(part, own); break;
                case "GROUP" when isValue || LooksOut(part, own): Tell(part, "a group"); break;
                case "QUALIFY" when isValue || LooksOut(part, own): Tell(part, "a window"); break;
                case "ORDER" when LooksOut(part, own): Tell(part, "the outer row in an order"); break;
                case "LIMIT": Tell(part, "a LIMIT"); break;
                case "UNION" or "EXCEPT" or "INTERSECT": Tell(part, "a set operation"); break;
            }
        }
    }

    // What is read, and by which conditions.
    private void From(Part from, HashSet<string> own)
    {
        var (start, isOuter) = (from.Start, false);
        for (var at = from.Start; at <= from.End; at++)
        {
            if (at == from.End || IsJoin(at))
            {
                Joined(new(start, at), isOuter, own);
                if (at < from.End) isOuter = Any(new(Math.Max(from.Start, at - 2), at), before => tokens[before].IsAny("LEFT", "RIGHT", "FULL", "ASOF", "OUTER"));
                start = at + 1;
            }
            else if (Is(at, "("))
            {
                at = Close(at);
            }
        }
    }

    private void Joined(Part join, bool isOuter, HashSet<string> own)
    {
        var on = Enumerable.Range(join.Start, join.End - join.Start).Where(at => Is(at, "ON") && DepthOf(join.Start, at) == 0).DefaultIfEmpty(join.End).First();
        if (LooksOut(new(join.Start, on), own))
        {
            Tell(join, "rows that depend on the outer row");
        }

        if (on == join.End)
        {
            return;
        }

        if (isOuter && LooksOut(new(on, join.End), own))
        {
            Tell(join, "an outer join by the outer row");
        }
        else
        {
            Condition(new(on + 1, join.End), own);
        }
    }

    private bool IsJoin(int at) => Is(at, "JOIN");

    private void Condition(Part part, HashSet<string> own)
    {
        while (Is(part.Start, "(") && Close(part.Start) == part.End - 1)
        {
            part = new(part.Start + 1, part.End - 1);
        }

        if (!LooksOut(part, own))
        {
            return;
        }

        foreach (var word in new[] { "OR", "AND" })
        {
            if (At(part, at => Is(at, word)) is { } cut)
            {
                Condition(new(part.Start, cut), own);
                Condition(new(cut + 1, part.End), own);
                return;
            }
        }

        Compared(part, own);
    }

    private void Compared(Part part, HashSet<string> own)
    {
        if (Any(part, at => Is(at, "SELECT") && Is(at - 1, "(") && LooksOut(new(at, Close(at - 1)), [.. own, .. Aliases(new(at, Close(at - 1)))])))
        {
            Tell(part, "a query in a query that reads the row two outside");
        }
        else if (Is(part.Start, "NOT"))
        {
            Tell(part, "NOT above the outer row");
        }
        else if (At(part, at => tokens[at].IsAny(Comparisons)) is { } sign)
        {
            Operands(part, own, new(part.Start, sign), new(sign + 1, part.End));
        }
        else if (At(part, at => Is(at, "IS")) is { } test)
        {
            var isNot = Is(test + 1, "NOT");
            var end = isNot ? test + 2 : test + 1;
            if (Is(end, "NULL")) Operands(part, own, new Part(part.Start, test));
            else if (!isNot) Tell(part, "IS DISTINCT FROM the outer row");
            else Operands(part, own, new(part.Start, test), new(end + 2, part.End));
        }
        else if (At(part, at => tokens[at].IsAny("LIKE", "ILIKE")) is { } like)
        {
            if (Is(like - 1, "NOT")) Tell(part, "NOT LIKE of the outer row");
            else Operands(part, own, new(part.Start, like), new(like + 1, part.End));
        }
        else if (At(part, at => Is(at, "IN")) is { } list)
        {
            if (LooksOut(new(part.Start, list), own)) Tell(part, "a list behind a value of the outer row");
            else Operands(part, own, [.. Elements(list + 1)]);
        }
        else
        {
            Tell(part, "a condition of the outer row that is no comparison");
        }
    }

    private void Operands(Part part, HashSet<string> own, params Part[] operands)
    {
        if (operands.Any(o => Reads(o, own) == Rows.Both)) Tell(part, "both rows in one operand");
        else if (operands.Length == 2 && operands.All(o => Reads(o, own) == Rows.Outside)) Tell(part, "the outer row on both sides");
    }

    private IEnumerable<Part> Elements(int open)
    {
        var (start, close) = (open + 1, Close(open));
        for (var at = start; at <= close; at++)
        {
            if (at == close || Is(at, ","))
            {
                yield return new(start, at);
                start = at + 1;
            }
            else if (Is(at, "("))
            {
                at = Close(at);
            }
        }
    }

    // The clauses at the query's own depth.
    private IEnumerable<(string Word, Part Part)> Split(Part query)
    {
        var starts = Enumerable.Range(query.Start, query.End - query.Start).Where(at => tokens[at].IsAny(Clauses) && !Is(at - 1, "DISTINCT") && DepthOf(query.Start, at) == 0).Append(query.End).ToList();
        return starts.Zip(starts.Skip(1), (start, end) => (tokens[start].Text.ToUpperInvariant(), new Part(start + 1, end)));
    }

    // The names under which a query's rows are read: those behind AS, and the last parts of names.
    private HashSet<string> Aliases(Part query)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (word, part) in Split(query))
        {
            if (word != "FROM") continue;
            for (var at = part.Start; at < part.End; at++)
            {
                if (at != part.Start && !IsJoin(at - 1)) continue;
                var end = at;
                while (end < part.End && (Is(end, "(") || IsName(end) || Is(end, ".")) && !tokens[end].IsAny("AS", "ON", "LEFT", "RIGHT", "FULL", "CROSS", "ASOF", "JOIN", "MATCH_CONDITION"))
                {
                    end = Is(end, "(") ? Close(end) + 1 : end + 1;
                }

                if (Is(end, "AS") && end < part.End) names.Add(Name(end + 1));
                else if (end > at && IsName(end - 1)) names.Add(Name(end - 1));
            }
        }

        return names;
    }

    private Rows Reads(Part part, HashSet<string> own)
    {
        var (reads, at) = (Rows.None, part.Start);
        while (at < part.End)
        {
            if (Is(at, "(") && Is(at + 1, "SELECT"))
            {
                var within = new Part(at + 1, Close(at));
                reads |= Reads(new(within.Start + 1, within.End), [.. own, .. Aliases(within)]);
                at = within.End;
            }
            else if (Is(at, "(") && Is(at + 1, "WITH"))
            {
                // Steps and what reads them: a name of any of them is no one else's.
                var within = new Part(at + 1, Close(at));
                var queries = Enumerable.Range(within.Start, within.End - within.Start).Where(select => Is(select, "SELECT")).Select(select => new Part(select, Is(select - 1, "(") ? Close(select - 1) : within.End));
                reads |= Reads(within, [.. own, .. queries.SelectMany(Aliases)]);
                at = within.End;
            }
            else if (IsName(at) && (Is(at - 1, "JOIN") || (Is(at - 1, "FROM") && !Is(at - 2, "DISTINCT"))))
            {
                // The name of a table has points too.
                while (at + 1 < part.End && Is(at + 1, ".")) at += 2;
            }
            else if (IsName(at) && Is(at + 1, ".") && IsName(at + 2) && !Is(at + 3, "(") && !Is(at - 1, ":") && !Is(at - 1, "."))
            {
                reads |= own.Contains(Name(at)) ? Rows.Own : Rows.Outside;
                at += 2;
            }

            at++;
        }

        return reads;
    }

    private bool LooksOut(Part part, HashSet<string> own) => (Reads(part, own) & Rows.Outside) != 0;

    private bool Any(Part part, Func<int, bool> holds) => Enumerable.Range(part.Start, Math.Max(0, part.End - part.Start)).Any(holds);

    // The first such token that stands in no parentheses and in no CASE.
    private int? At(Part part, Func<int, bool> holds)
    {
        var cases = 0;
        for (var at = part.Start; at < part.End; at++)
        {
            if (Is(at, "(")) at = Close(at);
            else if (Is(at, "CASE")) cases++;
            else if (Is(at, "END")) cases--;
            else if (cases == 0 && holds(at)) return at;
        }

        return null;
    }

    private int Close(int open)
    {
        for (var (at, depth) = (open, 0); at < tokens.Count; at++)
        {
            depth += Is(at, "(") ? 1 : Is(at, ")") ? -1 : 0;
            if (depth == 0) return at;
        }

        return tokens.Count;
    }

    private int DepthOf(int start, int end) => Enumerable.Range(start, end - start).Sum(at => Is(at, "(") ? 1 : Is(at, ")") ? -1 : 0);

    private bool Is(int at, string text) => at >= 0 && at < tokens.Count && tokens[at].Is(text);

    private bool IsName(int at) => at >= 0 && at < tokens.Count && tokens[at].Kind is SqlTokenKind.Word or SqlTokenKind.QuotedName;

    private string Name(int at) => tokens[at].Text.Trim('"');

    private void Tell(Part part, string what) => found.Add($"{origin}, line {tokens[Math.Min(part.Start, tokens.Count - 1)].Line}: {what}: {string.Join(' ', Enumerable.Range(part.Start, part.End - part.Start).Select(at => tokens[at].Text))}");

    [Flags]
    private enum Rows
    {
        None = 0,
        Own = 1,
        Outside = 2,
        Both = Own | Outside,
    }

    private readonly record struct Part(int Start, int End);
}
