namespace Pipeline.Catalog;

/// <summary>A rule on each row of a load; its condition reads the target's columns from the source <see cref="Row"/>.</summary>
public sealed record Expectation(string Name, OnViolation OnViolation, Expression Condition)
{
    /// <summary>The alias under which the condition sees the row.</summary>
    public const string Row = "row";

    public string? Comment { get; init; }
}

/// <summary>What a broken expectation does: is counted, keeps the row aside, or stops the load.</summary>
public enum OnViolation { Warn, Reject, Stop }
