using System.Globalization;
using System.Text;
using Pipeline.Catalog;

namespace Pipeline.Sql;

/// <summary>A function in a dialect's words: a text with the arguments as <c>{0}</c>, <c>{1}</c>, all of them as <c>{*}</c> and all but the first as <c>{1*}</c>.</summary>
/// <param name="Text">The text.</param>
/// <param name="Binds">How tightly the whole of it binds.</param>
internal sealed record TextSpelling(string Text, Precedence Binds = Precedence.Primary) : FunctionSpelling
{
    public override (string Text, Precedence Binds) Spell(FunctionCall call, ExpressionWriter writer) =>
        (Fill(call.Arguments.Count, (i, place) => writer.Write(call.Arguments[i], place)), Binds);

    /// <summary>Puts the arguments in; one that stands between a comma and a parenthesis needs no parentheses of its own.</summary>
    public string Fill(int count, Func<int, Precedence, string> argument)
    {
        var result = new StringBuilder();
        for (var i = 0; i < Text.Length; i++)
        {
            if (Text[i] != '{')
            {
                result.Append(Text[i]);
                continue;
            }

            var end = Text.IndexOf('}', i);
            var name = Text.Substring(i + 1, end - i - 1);
            if (name is "*" or "1*")
            {
                var first = name == "*" ? 0 : 1;
                result.Append(string.Join(", ", Enumerable.Range(first, count - first).Select(n => argument(n, Precedence.Lowest))));
            }
            else
            {
                var index = int.Parse(name, CultureInfo.InvariantCulture);
                if (index >= count) throw new UnspellableException($"A function that becomes {Text} has {count} arguments; it takes more.");
                result.Append(argument(index, StandsAlone(i, end) ? Precedence.Lowest : Precedence.Primary));
            }

            i = end;
        }

        return result.ToString();
    }

    private bool StandsAlone(int start, int end)
    {
        var isOpened = Text.LastIndexOfAny(['(', ','], Math.Max(0, start - 1)) is >= 0 and var open
            && string.IsNullOrWhiteSpace(Text.Substring(open + 1, start - open - 1));
        var rest = Text.Substring(end + 1);
        return isOpened && new[] { ")", ",", " AS " }.Any(closing => rest.StartsWith(closing, StringComparison.Ordinal));
    }
}
