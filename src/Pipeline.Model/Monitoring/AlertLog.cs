namespace Pipeline.Model;

/// <summary>One row per subject of which an alert has told.</summary>
/// <remarks>
/// The procedure of an alert writes it before it tells the channels; by it the alert knows what it told.
/// </remarks>
[PlatformRecord]
public sealed class AlertLog
{
    /// <summary>What was sent together.</summary>
    public required string NoticeId { get; init; }

    /// <summary>The alert.</summary>
    public required string AlertName { get; init; }

    /// <summary>INFO, WARNING, ERROR or CRITICAL.</summary>
    public required string Severity { get; init; }

    /// <summary>What it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>What was said.</summary>
    public required string Message { get; init; }

    /// <summary>When.</summary>
    public DateTime SentAt { get; init; }
}
