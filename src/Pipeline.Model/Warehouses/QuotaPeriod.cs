namespace Pipeline.Model;

/// <summary>The period in which a resource monitor counts credits.</summary>
public enum QuotaPeriod
{
    /// <summary>From a day of the month to the same day of the next.</summary>
    Monthly,

    /// <summary>Each day.</summary>
    Daily,

    /// <summary>Each week.</summary>
    Weekly,

    /// <summary>Each year.</summary>
    Yearly,

    /// <summary>One period without an end: the count never starts again.</summary>
    Never,
}
