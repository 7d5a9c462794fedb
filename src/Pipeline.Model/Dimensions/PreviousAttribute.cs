namespace Pipeline.Model;

/// <summary>What the other column was before its last change (Kimball's type 3); null while it has not changed.</summary>
/// <remarks>
/// <para>Kept by the platform; a nullable property. Null to a value and a value to null are changes too.</para>
/// <para>In a dimension with history it is told from the member's events by time, as of the version: late events count as if they had come in time,
/// and a change of another column leaves it as it is. In a <see cref="Scd.Type1"/> dimension it is what the run before the change saw.</para>
/// </remarks>
/// <example><code>
/// [Tracked] public string Region { get; init; }
/// [Previous(nameof(Region))] public string? FormerRegion { get; init; }
/// </code></example>
/// <param name="column">The property whose former value it is.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PreviousAttribute(string column) : Attribute
{
    /// <summary>The property whose former value it is.</summary>
    public string Column => column;
}
