using Pipeline.Catalog;

namespace Pipeline.Engine.Reports;

/// <summary>One evaluation of an alert.</summary>
/// <param name="Told">What there was to tell; empty where all is well, or was told not long ago.</param>
public sealed record AlertReport(QualifiedName Alert, Severity Severity, DateTime At, IReadOnlyList<AlarmReport> Told)
{
    /// <summary>The channels that an account would tell.</summary>
    public IReadOnlyList<QualifiedName> Channels { get; init; } = [];

    /// <summary>Those to whose webhook it was really posted.</summary>
    public IReadOnlyList<QualifiedName> Posted { get; init; } = [];

    /// <summary>Why it couldn't be evaluated, or a channel not be told; null where neither failed.</summary>
    public string? Error { get; init; }
}

/// <summary>One subject of which an alert tells.</summary>
public sealed record AlarmReport(string Subject, string Message);
