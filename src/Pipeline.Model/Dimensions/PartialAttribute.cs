namespace Pipeline.Model;

/// <summary>An event may leave this column out; then the member keeps the value that it had.</summary>
/// <remarks>
/// <para>For sources that deliver only what changed, such as a MySQL log with partial row images. Null says that the event leaves the column out. Where null
/// is a value of its own, <see cref="Given"/> names a flag of the same row that says whether the event gives the column.</para>
/// <para>It is filled in from the member's events by time, so that an event that comes late fills those after it. That takes a dimension that keeps history of
/// events; staging stores what was delivered.</para>
/// </remarks>
/// <example><code>
/// [Partial] public string? City { get; init; }                                       // null: not delivered
/// [Partial(Given = nameof(HasEmail))] public string? Email { get; init; }            // null and given: the customer has no e-mail any more
/// public bool HasEmail { get; init; }
/// </code></example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PartialAttribute : Attribute
{
    /// <summary>The property, a <c>bool</c>, that is true where the event gives this one.</summary>
    public string? Given { get; init; }
}
