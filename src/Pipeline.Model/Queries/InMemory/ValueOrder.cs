namespace Pipeline.Model;

/// <summary>The order of values in queries: nulls first, texts by their characters whatever the culture, tuples and records by their parts in turn.</summary>
internal sealed class ValueOrder<T> : IComparer<T>
{
    public static readonly ValueOrder<T> Instance = new();

    public static Comparison<TRow> By<TRow>(Func<TRow, T> key) => (left, right) => ValueOrder.Compare(key(left), key(right));

    public static Comparison<TRow> ByDescending<TRow>(Func<TRow, T> key) => (left, right) => ValueOrder.CompareDescending(key(left), key(right));

    public int Compare(T? left, T? right) => ValueOrder.Compare(left, right);
}

/// <summary>Compares two values of one type.</summary>
internal static class ValueOrder
{
    public static int Compare(object? left, object? right) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string a, string b) => string.CompareOrdinal(a, b),
        (INullsPlaced a, INullsPlaced b) => a.CompareTo(b, isDescending: false),
        _ when KeyParts.Of(left) is { } a && KeyParts.Of(right) is { } b => CompareParts(a, b),
        _ => Comparer<object>.Default.Compare(left, right),
    };

    /// <summary>Compares for the opposite order, in which a value that says where nulls go keeps its word.</summary>
    public static int CompareDescending(object? left, object? right)
    {
        if (left is INullsPlaced a && right is INullsPlaced b)
        {
            return a.CompareTo(b, isDescending: true);
        }

        return left is not null && right is not null && KeyParts.Of(left) is { } parts && KeyParts.Of(right) is { } others
            ? CompareParts(parts, others, isDescending: true)
            : Compare(right, left);
    }

    private static int CompareParts(IReadOnlyList<object?> left, IReadOnlyList<object?> right, bool isDescending = false)
    {
        for (var part = 0; part < left.Count; part++)
        {
            if ((isDescending ? CompareDescending(left[part], right[part]) : Compare(left[part], right[part])) is var order and not 0)
            {
                return order;
            }
        }

        return 0;
    }
}
