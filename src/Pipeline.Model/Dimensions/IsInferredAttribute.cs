namespace Pipeline.Model;

/// <summary>True on a row held open for a key that facts knew before the dimension did. Kept by the platform.</summary>
/// <remarks>When the member arrives it fills the row in place: facts keep the surrogate key that they have.</remarks>
/// <example><code>[IsInferred] public bool IsInferred { get; init; }</code></example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IsInferredAttribute : Attribute;
