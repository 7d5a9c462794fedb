namespace Pipeline.Model;

/// <summary>True on a row of a snapshot that repeats the last position, since nothing was told for its day. Kept by the platform.</summary>
/// <remarks>A snapshot that is carried forward has such a column, IS_CARRIED where the class declares none.</remarks>
/// <example><code>[IsCarried] public bool IsCarried { get; init; }</code></example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IsCarriedAttribute : Attribute;
