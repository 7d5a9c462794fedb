namespace Pipeline.Model;

/// <summary>How old the table's newest row may be: what its readers were promised.</summary>
/// <remarks>
/// <para>All tables that say it are rows of the view TABLE_FRESHNESS beside the ledger, which the model reads as <see cref="TableFreshness"/>:
/// the newest time against now. An empty table breaks the promise too.</para>
/// <para>The time is that of the column with <see cref="LoadTimeAttribute"/> where none is named. LAST_ALTERED of Snowflake's own catalog won't do:
/// it moves on changes of the table and on background work too.</para>
/// </remarks>
/// <example><code>
/// [Fact&lt;Curated&gt;(FactKind.Transaction), Freshness(Minutes = 120)] public sealed class FactSales { [LoadTime] public DateTime LoadedAt { get; init; } }
/// </code></example>
/// <param name="column">The property with the time of a row, in UTC; by default the one with [LoadTime].</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FreshnessAttribute(string? column = null) : Attribute
{
    /// <summary>The property with the time of a row.</summary>
    public string? Column => column;

    /// <summary>How many minutes old the newest row may be; 1 and more.</summary>
    public required int Minutes { get; init; }
}
