using System.Runtime.ExceptionServices;

namespace Pipeline.Catalog;

/// <summary>Work on each of several things, none of which looks at another, on all processors.</summary>
public static class SideBySide
{
    /// <summary>What becomes of each, in order. Of what fails, the first in order is told, as if they came one after the other.</summary>
    public static TResult[] Of<T, TResult>(IReadOnlyList<T> items, Func<T, TResult> make)
    {
        var (results, failures) = (new TResult[items.Count], new ExceptionDispatchInfo?[items.Count]);
        Parallel.For(0, items.Count, i =>
        {
            try
            {
                results[i] = make(items[i]);
            }
            catch (Exception exception)
            {
                failures[i] = ExceptionDispatchInfo.Capture(exception);
            }
        });
        failures.FirstOrDefault(f => f is not null)?.Throw();
        return results;
    }
}
