namespace Pipeline.Model;

/// <summary>True on the one open version of a key. Kept by the platform.</summary>
/// <example><code>[IsCurrent] public bool IsCurrent { get; init; }</code></example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IsCurrentAttribute : Attribute;
