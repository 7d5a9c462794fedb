namespace Pipeline.Model;

/// <summary>True where the source has deleted the row; the row stays, as a tombstone.</summary>
/// <remarks>A tombstone keeps a late older change from bringing the row back.</remarks>
/// <example><code>[IsDeleted] public bool IsDeleted { get; init; }   // IS_DELETED BOOLEAN NOT NULL</code></example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IsDeletedAttribute : Attribute;
