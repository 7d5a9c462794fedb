namespace Pipeline.Model;

/// <summary>A value on its way through a query, with the row it began as: that is what a rejected row shows.</summary>
internal readonly record struct Traced<T>(T Value, object? Origin)
{
    public Traced<TResult> With<TResult>(TResult value) => new(value, Origin);
}

/// <summary>Makes the values that a query begins with.</summary>
internal static class Traced
{
    public static Traced<T> Source<T>(T row) => new(row, row);
}
