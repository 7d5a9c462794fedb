namespace Pipeline.Model;

/// <summary>The right side of an as-of join, from <see cref="QueryExtensions.AsOf{T}(Query{T})"/>.</summary>
/// <typeparam name="T">The row.</typeparam>
public sealed class AsOfQuery<T>
    where T : class
{
    internal AsOfQuery(Query<T> rows) => Rows = rows;

    internal Query<T> Rows { get; }
}
