namespace Pipeline.Model;

/// <summary>A consumer outside the platform: what it is, who answers for it, and by <see cref="ReadsAttribute{TObject}"/> exactly what it reads.</summary>
/// <remarks>
/// Becomes a role of its own, CREATE ROLE IF NOT EXISTS, and GRANT SELECT on each object that it reads and on nothing else. It is in the manifest, and
/// <c>pipeline lineage --down</c> shows it as the end of what it reads. What isn't in a published schema can't be read by one (PL0707), so that personal data
/// reaches it masked. A warehouse is granted to it as to a role: <c>[Grant&lt;SalesBoard&gt;(Access.Use)]</c>.
/// </remarks>
/// <example><code>
/// /// &lt;summary&gt;The daily sales board.&lt;/summary&gt;
/// [Exposure(Consumer.Dashboard, Owner = "bi@retail.example", Url = "https://bi.retail.example/sales")]
/// [Reads&lt;DailySalesSummary&gt;, Reads&lt;SalesByRegion&gt;]
/// public sealed class SalesBoard;
/// </code></example>
/// <param name="consumer">What it is.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExposureAttribute(Consumer consumer) : KindAttribute
{
    /// <summary>What it is.</summary>
    public Consumer Consumer => consumer;

    /// <summary>Who is asked before what it reads changes: a person, a team, an address.</summary>
    public required string Owner { get; init; }

    /// <summary>Where it is found.</summary>
    public string? Url { get; init; }
}
