namespace Pipeline.Model;

/// <summary>How much of what happened at the source a dimension with history gets to see.</summary>
public enum History
{
    /// <summary>Every event, each with its own time: late ones split history where they belong.</summary>
    Events,

    /// <summary>
    /// The state that each run finds: what changed twice between two runs is seen once. For sources that keep the latest state only.
    /// </summary>
    Observed,
}
