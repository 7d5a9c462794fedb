namespace OnlineRetail.Tests.Oracle;

/// <summary>What became of a file's lines.</summary>
internal sealed record DayAccount(string File, long Read, long Loaded, long Rejected, long Deduplicated);
