namespace Pipeline.Model;

/// <summary>Joins in memory: those of one key, and of either side those that match nothing where they are kept.</summary>
internal static class Joined
{
    public static IEnumerable<Traced<TResult>> Rows<TOuter, TInner, TKey, TResult>(
        IEnumerable<Traced<TOuter>> outerRows, IEnumerable<Traced<TInner>> innerRows, Func<TOuter, TKey> outerKey, Func<TInner, TKey> innerKey,
        Func<TOuter?, TInner?, TResult> result, Evaluation evaluation, bool keepsOuter, bool keepsInner)
    {
        var table = JoinTable<TInner>.Of(innerRows, innerKey, evaluation);
        foreach (var (row, key) in evaluation.Tried(outerRows, outerKey))
        {
            var matches = table.Find(key);
            foreach (var match in matches)
            {
                match.IsMet = true;
                if (evaluation.Try(row, outer => result(outer, match.Row.Value), out var combined))
                {
                    yield return row.With(combined);
                }
            }

            if (keepsOuter && matches.Count == 0 && evaluation.Try(row, outer => result(outer, default), out var alone))
            {
                yield return row.With(alone);
            }
        }

        if (!keepsInner)
        {
            yield break;
        }

        foreach (var inner in table.Rows.Where(inner => !inner.IsMet))
        {
            if (evaluation.Try(inner.Row, row => result(default, row), out var alone))
            {
                yield return inner.Row.With(alone);
            }
        }
    }
}
