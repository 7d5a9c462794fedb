namespace Pipeline.Model;

/// <summary>A change in this column opens a version (Kimball's type 2); all other columns are overwritten in place.</summary>
/// <remarks>
/// <para>Compared null-safe: from null to null is no change, from null to a value is one unless <see cref="FirstValue"/> says otherwise.</para>
/// <para>Beside tracked columns a dimension may have columns of the other types: <see cref="OriginalAttribute">[Original]</see> (0), unmarked ones, overwritten on
/// the version at hand, and <see cref="CurrentAttribute">[Current]</see> ones, overwritten on all (1), <see cref="PreviousAttribute">[Previous]</see> (3), and
/// [Current] beside a tracked one (6). Where no column is tracked, a change in any of them opens a version.</para>
/// <para>A <c>double</c> isn't tracked: two ways to compute the same number differ in the last digit. Use <c>decimal</c>.</para>
/// </remarks>
/// <example><code>[Tracked] public string Segment { get; init; }</code></example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TrackedAttribute : Attribute
{
    /// <summary>What the first value does of a column that was null so far.</summary>
    public FirstValue FirstValue { get; init; }
}
