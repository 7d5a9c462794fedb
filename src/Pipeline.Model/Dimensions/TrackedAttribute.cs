namespace Pipeline.Model;

/// <summary>A change in this column opens a version; all other columns are overwritten in place.</summary>
/// <remarks>Compared null-safe: from null to null is no change, from null to a value is one.</remarks>
/// <example><code>[Tracked] public string Segment { get; init; }</code></example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TrackedAttribute : Attribute;
