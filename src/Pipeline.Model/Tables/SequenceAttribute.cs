namespace Pipeline.Model;

/// <summary>What orders the changes of one key at the source, such as its time of change or its position in a log.</summary>
/// <remarks>
/// The order is that of the source, never that of arrival: a change that is older than what the target holds never overwrites it.
/// Several properties count in the order written.
/// </remarks>
/// <example><code>[Sequence] public DateTime UpdatedAt { get; init; }</code></example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SequenceAttribute : Attribute;
