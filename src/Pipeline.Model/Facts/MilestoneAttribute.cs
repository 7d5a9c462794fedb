namespace Pipeline.Model;

/// <summary>When a process passed a point, in an accumulating snapshot: null until it did. May be a time, or the key of its day.</summary>
/// <remarks>
/// An event tells some milestones and leaves the others null: what was told before stays. Events may come in any order; of a milestone that
/// is told twice, the later event counts. Where the driver keeps every event, the fact is made of all events of its grain.
/// </remarks>
/// <example><code>
/// [Grain] public string OrderId { get; init; }
/// [Milestone] public DateTime? PaidAt { get; init; }
/// [Milestone, ForeignKey&lt;DimDate&gt;(NoKey = Member.NotApplicable)] public long ShippedDateKey { get; init; }
/// </code></example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MilestoneAttribute : Attribute
{
    /// <summary>Whether an event that leaves it null takes the milestone back.</summary>
    public bool CanBeTakenBack { get; init; }
}
