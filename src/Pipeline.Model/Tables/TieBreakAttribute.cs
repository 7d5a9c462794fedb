namespace Pipeline.Model;

/// <summary>What decides between two rows with one key and one <see cref="SequenceAttribute">sequence</see>: the greater value wins.</summary>
/// <remarks>
/// Several properties count in the order written. It decides against the row that the table holds too, so that any order of arrival gives the same.
/// Without it the row that arrived last wins: by the time of loading, then by the file's name and the row in it.
/// </remarks>
/// <example><code>
/// [Sequence] public DateTime UpdatedAt { get; init; }
/// [TieBreak] public int Revision { get; init; }
/// </code></example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TieBreakAttribute : Attribute;
