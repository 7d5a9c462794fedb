namespace Loads.Tests.Histories;

/// <summary>One event of a customer as a source would deliver it; any part may be missing.</summary>
public sealed record CustomerEvent(int? Id, string? Segment, string? Email, int? Minute, bool IsDeleted)
{
    /// <summary>Minutes count from here: long after the beginning of time, long before any run.</summary>
    public static readonly DateTime Start = new(2024, 1, 1);

    public DateTime? At => Minute is { } minute ? Start.AddMinutes(minute) : null;
}
