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
}
