using SqlJudges.Tests.Reading;

namespace SqlJudges.Tests.Refusals;

/// <summary>
/// What grammars let pass and accounts refuse when a procedure is made or runs, told by the text alone. Which shapes those are:
/// <c>docs/reference/verified-statements.md</c>.
/// </summary>
internal sealed class AccountRefusals
{
    // What CREATE OR ALTER is documented for, and alerts, which have it on their own page alone.
    private static readonly string[][] Alterable =
    [
        ["ALERT"], ["DYNAMIC", "TABLE"], ["FILE", "FORMAT"], ["MASKING", "POLICY"], ["PROCEDURE"], ["FUNCTION"], ["ROW", "ACCESS", "POLICY"], ["ROLE"],
        ["SCHEMA"], ["DATABASE"], ["STAGE"], ["TABLE"], ["TAG"], ["TASK"], ["VIEW"], ["WAREHOUSE"],
    ];

    private static readonly string[] StatementEnds = [";", "BEGIN", "THEN", "ELSE", "DO", "AS"];

    private readonly string origin;
    private readonly IReadOnlyList<SqlToken> tokens;

    private AccountRefusals(string origin, IReadOnlyList<SqlToken> tokens) => (this.origin, this.tokens) = (origin, tokens);

    /// <summary>Each place of a file that an account would refuse, in words.</summary>
    public static IEnumerable<string> In(string origin, string sql) => In(origin, SqlTokenizer.Read(sql));

    private static IEnumerable<string> In(string origin, IReadOnlyList<SqlToken> tokens) =>
        new AccountRefusals(origin, tokens).All().Concat(tokens
            .Where(token => token.Kind == SqlTokenKind.Body)
            .SelectMany(body => In(origin, SqlTokenizer.Read(body.Text[2..^2], body.Line))));

    private IEnumerable<string> All()
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (Sees(at, "ON", "ALL", "PIPES"))
            {
                yield return Tell(at, "no grant on all pipes of a schema");
            }

            if (Sees(at, ":") && at + 1 < tokens.Count && tokens[at + 1].Kind == SqlTokenKind.QuotedName && !IsPath(at))
            {
                yield return Tell(at, "no variable in quotes");
            }

            if (Sees(at, "CREATE", "OR", "ALTER") && !Alterable.Any(kind => Sees(at + 3, kind)))
            {
                yield return Tell(at, $"no CREATE OR ALTER of {tokens[at + 3].Text}");
            }

            if (Sees(at, "INTO", ":") && WhyNotInto(at) is { } reason)
            {
                yield return Tell(at, reason);
            }
        }
    }

    // A field of a document, behind what has it: record:"Field".
    private bool IsPath(int colon) => colon > 0 && tokens[colon - 1].End == tokens[colon].Start && !tokens[colon - 1].IsAny("(", ",", "=");

    private string? WhyNotInto(int into)
    {
        var depth = 0;
        var selectsQuery = false;
        var at = into - 1;
        for (; at >= 0 && !(depth == 0 && tokens[at].IsAny("SELECT", "CALL", "EXECUTE")); at--)
        {
            selectsQuery |= depth > 0 && tokens[at].Is("SELECT");
            depth += tokens[at].Is(")") ? 1 : tokens[at].Is("(") ? -1 : 0;
        }

        return at > 0 && tokens[at - 1].Is("(") ? "no INTO in a subquery"
            : selectsQuery ? "no INTO behind a query in the select list"
            : Joins(at, -1) || Joins(into, 1) ? "no INTO in a union"
            : Targets(into).GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Any(same => same.Count() > 1) ? "no variable twice behind INTO"
            : null;
    }

    // Whether the statement puts queries together, on one side of a token.
    private bool Joins(int from, int step)
    {
        var depth = 0;
        for (var at = from + step; at >= 0 && at < tokens.Count && !(depth == 0 && tokens[at].IsAny(StatementEnds)); at += step)
        {
            depth += tokens[at].Is("(") ? step : tokens[at].Is(")") ? -step : 0;
            if (depth == 0 && tokens[at].IsAny("UNION", "EXCEPT", "MINUS", "INTERSECT"))
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<string> Targets(int into)
    {
        for (var at = into + 1; Sees(at, ":") && at + 1 < tokens.Count; at += 3)
        {
            yield return tokens[at + 1].Text;
            if (!Sees(at + 2, ","))
            {
                yield break;
            }
        }
    }

    private bool Sees(int at, params ReadOnlySpan<string> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (at + i >= tokens.Count || !tokens[at + i].Is(words[i]))
            {
                return false;
            }
        }

        return true;
    }

    private string Tell(int at, string reason) => $"{origin}, line {tokens[at].Line}: {reason}";
}
