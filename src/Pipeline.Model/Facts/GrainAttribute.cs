namespace Pipeline.Model;

/// <summary>A part of what one row of the fact stands for; all parts together are unique.</summary>
/// <remarks>The load merges by it, so that the same fact read twice is one row.</remarks>
/// <example><code>
/// [Grain] public string TransactionId { get; init; }
/// [Grain] public int LineNumber { get; init; }
/// </code></example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class GrainAttribute : Attribute;
