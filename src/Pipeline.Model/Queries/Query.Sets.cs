namespace Pipeline.Model;

/// <content>Rows of two queries put together, and each row once.</content>
public partial class Query<T>
{
    /// <summary>Each row once: DISTINCT. Rows are the same when all their columns are.</summary>
    public Query<T> Distinct() => new(evaluation => Read(evaluation).DistinctBy(row => row.Value, RowEquality<T>.Instance));

    /// <summary>These rows and the others: UNION ALL.</summary>
    /// <param name="other">The others.</param>
    public Query<T> Concat(Query<T> other) => new(evaluation => Read(evaluation).Concat(other.Read(evaluation)));

    /// <summary>These rows and the others, each once: UNION.</summary>
    /// <param name="other">The others.</param>
    public Query<T> Union(Query<T> other) => Concat(other).Distinct();

    /// <summary>The rows that the others don't have, each once: EXCEPT.</summary>
    /// <param name="other">The others.</param>
    public Query<T> Except(Query<T> other) => new(evaluation =>
    {
        var excluded = other.Read(evaluation).Select(row => row.Value).ToHashSet(RowEquality<T>.Instance);
        return Distinct().Read(evaluation).Where(row => !excluded.Contains(row.Value));
    });

    /// <summary>The rows that the others have too, each once: INTERSECT.</summary>
    /// <param name="other">The others.</param>
    public Query<T> Intersect(Query<T> other) => new(evaluation =>
    {
        var shared = other.Read(evaluation).Select(row => row.Value).ToHashSet(RowEquality<T>.Instance);
        return Distinct().Read(evaluation).Where(row => shared.Contains(row.Value));
    });
}
