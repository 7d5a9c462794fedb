namespace Pipeline.Model;

/// <summary>What the member is now, on all its versions.</summary>
/// <remarks>
/// <para>With the name of a tracked column it stands beside that one (Kimball's type 6): facts can be told by the segment that a customer had, and by
/// the one that he has. The load doesn't set it.</para>
/// <para>Without a name it is a column that a change overwrites on all versions of the member, and not only on the one at hand: Kimball's type 1 in
/// a dimension with history.</para>
/// <para>Only versions that show another value are rewritten. A member that was deleted shows what it was last.</para>
/// </remarks>
/// <example><code>
/// [Tracked] public string Segment { get; init; }                                // as it was
/// [Current(nameof(Segment))] public string CurrentSegment { get; init; }        // as it is
/// [Current] public string Name { get; init; }                                   // a corrected name is corrected everywhere
/// </code></example>
/// <param name="column">The property whose value of now it shows; by default its own.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CurrentAttribute(string? column = null) : Attribute
{
    /// <summary>The property whose value of now it shows; null for its own.</summary>
    public string? Column => column;
}
