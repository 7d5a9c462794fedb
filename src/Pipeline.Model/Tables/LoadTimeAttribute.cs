namespace Pipeline.Model;

/// <summary>When the row was loaded. Set by the platform, never by a load; freshness is measured by it.</summary>
/// <remarks>Becomes a TIMESTAMP_NTZ column that each statement of a run fills with the same time, in UTC.</remarks>
/// <example><code>[LoadTime] public DateTime LoadedAt { get; init; }   // LOADED_AT TIMESTAMP_NTZ(6) NOT NULL</code></example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LoadTimeAttribute : Attribute;
