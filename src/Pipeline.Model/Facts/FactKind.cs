namespace Pipeline.Model;

/// <summary>What a row of a fact table is (Kimball).</summary>
public enum FactKind
{
    /// <summary>One business transaction, or a line of it.</summary>
    Transaction,

    /// <summary>Something that happened; often without a measure.</summary>
    Event,

    /// <summary>A state at the end of each period.</summary>
    PeriodicSnapshot,

    /// <summary>A process with several milestones, updated as it passes them.</summary>
    AccumulatingSnapshot,

    /// <summary>That something was so or happened, without a number to measure it: a promotion that ran, a visit.</summary>
    Factless,
}
