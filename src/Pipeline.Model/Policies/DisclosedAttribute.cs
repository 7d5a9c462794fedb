namespace Pipeline.Model;

/// <summary>The column is made of personal data and no longer tells of a person, or may be told; the reason is for reviewers.</summary>
/// <example><code>[Disclosed("a hash with a secret salt")] public string VisitorKey { get; init; }</code></example>
/// <param name="reason">Why it may be shown.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DisclosedAttribute(string reason) : Attribute
{
    /// <summary>Why it may be shown.</summary>
    public string Reason => reason;
}
