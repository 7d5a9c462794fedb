using System.Text.RegularExpressions;

namespace SqlJudges.Tests.Gaps;

/// <summary>
/// A statement's syntax as Snowflake's manual writes it: <c>[ ]</c> may be left out, <c>[ ]*</c> may come again, <c>{ a | b }</c> is one of them,
/// <c>&lt;name&gt;</c>, <c>&lt;text&gt;</c>, <c>&lt;number&gt;</c> and <c>&lt;boolean&gt;</c> stand as in a shape, and <c>&lt;any&gt;</c> is anything between brackets that fit.
/// </summary>
/// <remarks>Where no grammar but ours would see a statement, at least the manual does.</remarks>
internal sealed partial class Skeleton
{
    private readonly string[] syntax;
    private readonly string[] words;

    private Skeleton(string syntax, string shape)
    {
        this.syntax = [.. Word().Matches(syntax).Select(match => match.Value)];
        words = [.. Word().Matches(shape).Select(match => match.Value)];
    }

    public static bool Allows(string syntax, string shape)
    {
        var skeleton = new Skeleton(syntax, shape);
        return skeleton.Match(0, skeleton.syntax.Length, 0).Contains(skeleton.words.Length);
    }

    // All places in the words at which a part of the syntax may end.
    private HashSet<int> Match(int from, int to, int start)
    {
        HashSet<int> places = [start];
        for (var at = from; at < to && places.Count > 0;)
        {
            var element = at;
            var end = EndOf(at, to);
            places = [.. places.SelectMany(place => MatchElement(element, end, place))];
            at = end;
        }

        return places;
    }

    private IEnumerable<int> MatchElement(int from, int end, int place) => syntax[from] switch
    {
        "[" when syntax[end - 1] == "]*" => Repeated(from + 1, end - 1, place),
        "[" => Match(from + 1, end - 1, place).Append(place),
        "{" => Branches(from + 1, end - 1).SelectMany(branch => Match(branch.From, branch.To, place)),
        "<any>" => Balanced(place),
        var word => place < words.Length && words[place] == word ? [place + 1] : [],
    };

    private HashSet<int> Repeated(int from, int to, int place)
    {
        HashSet<int> reached = [place];
        var open = new Queue<int>(reached);
        while (open.TryDequeue(out var next))
        {
            foreach (var further in Match(from, to, next).Where(reached.Add))
            {
                open.Enqueue(further);
            }
        }

        return reached;
    }

    private IEnumerable<(int From, int To)> Branches(int from, int to)
    {
        var start = from;
        for (var at = from; at < to; at = EndOf(at, to))
        {
            if (syntax[at] == "|")
            {
                yield return (start, at);
                start = at + 1;
            }
        }

        yield return (start, to);
    }

    private IEnumerable<int> Balanced(int place)
    {
        var depth = 0;
        for (var at = place; at < words.Length; at++)
        {
            depth += words[at] == "(" ? 1 : words[at] == ")" ? -1 : 0;
            if (depth < 0)
            {
                yield break;
            }

            if (depth == 0)
            {
                yield return at + 1;
            }
        }
    }

    // An element is a word, or a bracket with all that it holds.
    private int EndOf(int at, int to)
    {
        var depth = 0;
        for (; at < to; at++)
        {
            depth += syntax[at] is "[" or "{" ? 1 : syntax[at] is "]" or "]*" or "}" ? -1 : 0;
            if (depth == 0)
            {
                return at + 1;
            }
        }

        throw new FormatException($"The skeleton has a bracket that isn't closed: {string.Join(' ', syntax)}");
    }

    [GeneratedRegex(@"<[a-z]+>|\]\*|[A-Za-z0-9_$]+|\S")]
    private static partial Regex Word();
}
