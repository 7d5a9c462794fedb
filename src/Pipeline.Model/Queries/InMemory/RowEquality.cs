using System.Reflection;

namespace Pipeline.Model;

/// <summary>Whether two rows are the same: by their columns, where the class itself doesn't say.</summary>
internal sealed class RowEquality<T> : IEqualityComparer<T>
{
    public static readonly RowEquality<T> Instance = new();

    private static readonly PropertyInfo[]? Columns = SaysWhatIsEqual() ? null : typeof(T).GetProperties(BindingFlags.Instance | BindingFlags.Public);

    public bool Equals(T? left, T? right) =>
        left is null || right is null || Columns is null
            ? EqualityComparer<T>.Default.Equals(left, right)
            : Columns.All(column => Equals(column.GetValue(left), column.GetValue(right)));

    public int GetHashCode(T row)
    {
        if (row is null)
        {
            return 0;
        }

        if (Columns is null)
        {
            return row.GetHashCode();
        }

        var hash = new HashCode();
        foreach (var column in Columns)
        {
            hash.Add(column.GetValue(row));
        }

        return hash.ToHashCode();
    }

    private static bool SaysWhatIsEqual() =>
        typeof(T).IsValueType || typeof(T).GetMethod(nameof(Equals), [typeof(object)])?.DeclaringType != typeof(object);
}
