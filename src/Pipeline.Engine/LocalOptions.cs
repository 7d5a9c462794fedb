using Pipeline.Catalog;
using Pipeline.Engine.Database;
using Pipeline.Engine.Reports;

namespace Pipeline.Engine;

/// <summary>Where and how a catalog runs.</summary>
public sealed record LocalOptions
{
    /// <summary>The DuckDB file that keeps the run; null keeps it in memory alone.</summary>
    public string? DatabaseFile { get; init; }

    /// <summary>How long a task takes on the clock of a schedule that is played; by default no time at all.</summary>
    public Func<QualifiedName, TimeSpan>? TaskDuration { get; init; }

    /// <summary>What CURRENT_TIMESTAMP is. By default the time for which the run is scheduled, so that two runs give the same rows.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>Addresses to which alerts are really posted, by the name of the channel; by default they are shown alone.</summary>
    public IReadOnlyDictionary<string, Uri> Webhooks { get; init; } = new Dictionary<string, Uri>();

    /// <summary>Told of every statement, those that make the tables too: for tests that end the process at one of them.</summary>
    internal IStatementInterceptor? Interceptor { get; init; }

    /// <summary>Puts other statements in the place of a load's own: for tests that show what a wrong one does.</summary>
    internal Func<LoweredLoad, LoweredLoad>? Rewrite { get; init; }

    /// <summary>Told of every load before it runs, with a way to run others in its place: all that one does is taken back once it was looked at. It gives back why one failed.</summary>
    internal Action<LoweredLoad, Func<LoweredLoad, Action<LoadReport>, string?>>? Trials { get; init; }
}
