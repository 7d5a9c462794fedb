namespace Pipeline.Model;

/// <summary>What the member came with (Kimball's type 0): no later change overwrites it.</summary>
/// <remarks>
/// <para>Without a name the column keeps its own first value. With the name of another column it stands beside that one, and the load doesn't set it.</para>
/// <para>In a dimension with history it is the value of the member's first event by time, on all its versions: an event that comes late and
/// lies before all others changes it. In a <see cref="Scd.Type1"/> dimension it is what the first run saw.</para>
/// </remarks>
/// <example><code>
/// [Original] public string Channel { get; init; }                          // the channel by which the customer came
/// public string? City { get; init; }
/// [Original(nameof(City))] public string? FirstCity { get; init; }         // beside the city as it is
/// </code></example>
/// <param name="column">The property whose first value it is; by default its own.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OriginalAttribute(string? column = null) : Attribute
{
    /// <summary>The property whose first value it is; null for its own.</summary>
    public string? Column => column;
}
