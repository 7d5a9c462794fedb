using Microsoft.CodeAnalysis;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>One cause, one message; and all causes that don't follow from each other at once.</summary>
internal sealed partial class QueryTranslator
{
    private const int LongestCode = 60;

    private readonly List<UntranslatableException> problems = [];
    private bool hasMetBroken;

    /// <summary>Reads a part on its own: what is wrong in it doesn't keep the other parts from being read.</summary>
    private T Attempt<T>(Func<T> read, T otherwise)
    {
        var before = hasMetBroken;
        hasMetBroken = false;
        try
        {
            return read();
        }
        catch (UntranslatableException e)
        {
            Note(e);
            return otherwise;
        }
        finally
        {
            hasMetBroken |= before;
        }
    }

    // What went wrong with a value that is itself broken follows from that. A part may be read twice.
    private void Note(UntranslatableException problem)
    {
        if (hasMetBroken) return;
        problems.AddRange(problem.All.Where(p => !problems.Any(known => known.Message == p.Message && known.Location == p.Location)));
    }

    private static T Sound<T>(QueryTranslator translator, Func<QueryTranslator, T> translate)
    {
        try
        {
            var result = translate(translator);
            if (translator.problems.Count == 0) return result;
        }
        catch (UntranslatableException e) when (translator.problems.Count > 0)
        {
            translator.Note(e);
        }

        throw new UntranslatableException(translator.problems);
    }

    // It names what stands there, where the words do not.
    private static UntranslatableException Cannot(IOperation operation, string what, string instead) =>
        new($"{(what.StartsWith("'", StringComparison.Ordinal) || what.Contains(" '") ? "" : $"'{Code(operation.Syntax)}': ")}{what}; {instead}", operation.Syntax.GetLocation());

    // The user's own words, on one line and in sight.
    private static string Code(SyntaxNode syntax)
    {
        var words = string.Join(" ", syntax.ToString().Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        if (words.Length <= LongestCode) return words;
        var length = LongestCode - 2;
        return words.Substring(0, char.IsHighSurrogate(words[length - 1]) ? length - 1 : length) + "..";
    }
}
