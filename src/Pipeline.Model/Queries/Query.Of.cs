namespace Pipeline.Model;

/// <summary>Makes queries over rows in memory, so that a model's methods can be run in tests.</summary>
public static class Query
{
    /// <summary>A query over these rows.</summary>
    /// <example><code>
    /// var marts = DailySalesSummary.Summarise(Query.Of(sale), Query.Of(days), Query.Of(store), Query.Of(product)).ToList();
    /// </code></example>
    /// <typeparam name="T">The row.</typeparam>
    /// <param name="rows">The rows.</param>
    public static Query<T> Of<T>(params IEnumerable<T> rows) => new(_ => rows.Select(Traced.Source));
}
