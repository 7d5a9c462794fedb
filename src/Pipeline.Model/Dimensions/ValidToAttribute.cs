namespace Pipeline.Model;

/// <summary>Where the version ends, excluded: the next version's beginning, or the time of the delete. Null while it is open.</summary>
/// <remarks>Kept by the platform. A time belongs to a version where <c>from &lt;= time and (to is null or time &lt; to)</c>.</remarks>
/// <example><code>[ValidTo] public DateTime? EndDate { get; init; }</code></example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidToAttribute : Attribute;
