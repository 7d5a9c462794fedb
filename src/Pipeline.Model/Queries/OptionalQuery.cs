namespace Pipeline.Model;

/// <summary>The right side of a left join, from <see cref="QueryExtensions.Optional{T}"/>.</summary>
/// <remarks>Not a <see cref="Query{T}"/> itself, so that the compiler knows at once which join is meant.</remarks>
/// <typeparam name="T">The row.</typeparam>
public sealed class OptionalQuery<T>
    where T : class
{
    internal OptionalQuery(Query<T> rows) => Rows = rows;

    internal Query<T> Rows { get; }
}
