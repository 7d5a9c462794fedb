namespace Pipeline.Build.Verifying;

/// <summary>A committed file that isn't what the model gives.</summary>
/// <param name="Line">The first line that differs, from 1; 0 where the whole file is missing or too many.</param>
/// <param name="Diff">The lines that differ; empty where the whole file does.</param>
public sealed record CommittedDifference(string Path, int Line, string Message, IReadOnlyList<string> Diff);
