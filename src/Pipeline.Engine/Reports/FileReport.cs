namespace Pipeline.Engine.Reports;

/// <summary>What became of one file.</summary>
/// <param name="Path">Its path below the bucket.</param>
/// <param name="Status">LOADED, PARTIALLY_LOADED or LOAD_FAILED.</param>
/// <param name="FirstProblem">The first bad record, in words; null where all are sound.</param>
public sealed record FileReport(string Path, string Status, long RowsParsed, long RowsLoaded, string? FirstProblem);
