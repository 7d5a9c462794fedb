using System.Runtime.CompilerServices;

namespace Pipeline.Model;

/// <summary>The order of values in queries: nulls first, texts by their characters whatever the culture, tuples by their parts in turn.</summary>
internal sealed class ValueOrder<T> : IComparer<T>
{
    public static readonly ValueOrder<T> Instance = new();

    public static Comparison<TRow> By<TRow>(Func<TRow, T> key) => (left, right) => ValueOrder.Compare(key(left), key(right));

    public static Comparison<TRow> ByDescending<TRow>(Func<TRow, T> key) => (left, right) => ValueOrder.Compare(key(right), key(left));

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
        (ITuple a, ITuple b) => CompareParts(a, b),
        _ => Comparer<object>.Default.Compare(left, right),
    };

    private static int CompareParts(ITuple left, ITuple right)
    {
        for (var part = 0; part < left.Length; part++)
        {
            if (Compare(left[part], right[part]) is var order and not 0)
            {
                return order;
            }
        }

        return 0;
    }
}
