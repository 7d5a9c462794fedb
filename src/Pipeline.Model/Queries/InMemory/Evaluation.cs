using System.Diagnostics.CodeAnalysis;

namespace Pipeline.Model;

/// <summary>One run of a query in memory; knows what becomes of a row that is rejected.</summary>
/// <param name="rejected">Where rejected rows are kept; null lets the exception go through.</param>
internal sealed class Evaluation(List<RejectedRow>? rejected)
{
    /// <summary>The run that has nowhere to keep rejected rows.</summary>
    public static readonly Evaluation Throwing = new(null);

    /// <summary>Computes something of a row; false where that rejected the row.</summary>
    public bool Try<TRow, TResult>(Traced<TRow> row, Func<TRow, TResult> compute, [MaybeNullWhen(false)] out TResult result)
    {
        try
        {
            result = compute(row.Value);
            return true;
        }
        catch (RejectedRowException rejection) when (rejected is not null)
        {
            rejected.Add(new(row.Origin, rejection.Reason));
            result = default;
            return false;
        }
    }

    /// <summary>The rows for which something could be computed, with it.</summary>
    public IEnumerable<(Traced<TRow> Row, TResult Result)> Tried<TRow, TResult>(IEnumerable<Traced<TRow>> rows, Func<TRow, TResult> compute)
    {
        foreach (var row in rows)
        {
            if (Try(row, compute, out var result))
            {
                yield return (row, result);
            }
        }
    }
}
