using Pipeline.Catalog;

namespace Pipeline.Engine.Reports;

/// <summary>One refresh of a dynamic or an external table.</summary>
public sealed record RefreshReport(QualifiedName Table, RunStatus Status, TimeSpan Duration, long Rows)
{
    /// <summary>What failed; null where nothing did.</summary>
    public string? Error { get; init; }
}
