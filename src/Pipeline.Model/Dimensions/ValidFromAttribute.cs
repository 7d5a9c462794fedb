namespace Pipeline.Model;

/// <summary>Where the version begins, included. The load says it, from the source's time of change.</summary>
/// <remarks>A TIMESTAMP_NTZ column; the same property is usually the <see cref="SequenceAttribute">[Sequence]</see> too.</remarks>
/// <example><code>[ValidFrom, Sequence] public DateTime StartDate { get; init; }</code></example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidFromAttribute : Attribute;
