using Pipeline.Catalog;

namespace Pipeline.Engine.Reports;

/// <summary>One run of a gate's checks.</summary>
public sealed record GateReport(QualifiedName Gate, RunStatus Status, TimeSpan Duration)
{
    /// <summary>Which check stopped the graph; null where none did.</summary>
    public string? Error { get; init; }
}
