namespace Pipeline.Model;

/// <summary>What a broken rule does.</summary>
public enum OnViolation
{
    /// <summary>The row is loaded and counted in QUALITY_METRICS.</summary>
    Warn,

    /// <summary>The row is kept aside in REJECTED_.., with the rule's name, and counted.</summary>
    Reject,

    /// <summary>The load fails and writes nothing: what the rule says can't be, unless something is broken.</summary>
    Stop,
}
