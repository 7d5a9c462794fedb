namespace Pipeline.Model;

/// <summary>ASOF JOIN in memory: of the inner rows with an equal key, the latest that isn't after the row.</summary>
internal static class AsOfRows
{
    public static IEnumerable<Traced<TResult>> Join<TOuter, TInner, TKey, TResult>(
        IEnumerable<Traced<TOuter>> outerRows, IEnumerable<Traced<TInner>> innerRows, Func<TOuter, TKey> outerKey, Func<TInner, TKey> innerKey,
        Func<TOuter, TInner?, TResult> result, Evaluation evaluation)
        where TInner : class
    {
        var inners = evaluation.Tried(innerRows, innerKey)
            .Select(inner => (inner.Row.Value, Key: Split(inner.Result)))
            .Where(inner => !inner.Key.Equal.Contains(null) && inner.Key.Time is not null)
            .ToLookup(inner => new AsOfKey(inner.Key.Equal), inner => (inner.Value, inner.Key.Time));
        foreach (var (row, whole) in evaluation.Tried(outerRows, outerKey))
        {
            var (equal, time) = Split(whole);
            var latest = time is null || equal.Contains(null) ? null : inners[new(equal)]
                .Where(inner => ValueOrder.Compare(inner.Time, time) <= 0)
                .OrderBy(inner => inner.Time, ValueOrder<object?>.Instance)
                .LastOrDefault().Value;
            if (evaluation.Try(row, outer => result(outer, latest), out var combined))
            {
                yield return row.With(combined);
            }
        }
    }

    private static (IReadOnlyList<object?> Equal, object? Time) Split(object? key) => key is null
        ? ([], null)
        : KeyParts.Of(key) is { Count: > 0 } parts ? ([.. parts.Take(parts.Count - 1)], parts[^1]) : ([], key);

    private sealed class AsOfKey(IReadOnlyList<object?> parts) : IEquatable<AsOfKey>
    {
        private readonly IReadOnlyList<object?> parts = parts;

        public bool Equals(AsOfKey? other) => other is not null && parts.SequenceEqual(other.parts);

        public override bool Equals(object? obj) => Equals(obj as AsOfKey);

        public override int GetHashCode() => parts.Aggregate(0, (hash, part) => HashCode.Combine(hash, part));
    }
}
