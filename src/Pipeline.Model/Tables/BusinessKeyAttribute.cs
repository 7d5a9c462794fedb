namespace Pipeline.Model;

/// <summary>What the business calls the row; every property with it is a part of the key.</summary>
/// <remarks>
/// <para>A load merges by it: at most one row per key, whatever arrives how often. A row in which a part of the key is missing is rejected.</para>
/// <para>Where the <see cref="SequenceAttribute">[Sequence]</see> is a part of the key, the table keeps every event, and only identical
/// events are duplicates. Staging that feeds a dimension with history is such a table.</para>
/// </remarks>
/// <example><code>
/// [BusinessKey, Varchar(30)] public string TransactionId { get; init; }
/// [BusinessKey] public int LineNumber { get; init; }
/// </code></example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BusinessKeyAttribute : Attribute;
