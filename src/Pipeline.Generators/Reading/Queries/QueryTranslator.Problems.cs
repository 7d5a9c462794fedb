using Microsoft.CodeAnalysis;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>One cause, one message; and all causes that don't follow from each other at once.</summary>
internal sealed partial class QueryTranslator
{
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
}
