namespace Pipeline.Engine.Files;

/// <summary>A record that can't be read, with the reason and, as JSON, what stands there.</summary>
internal sealed record BadRecord(long RowNumber, string Reason, string? Record);
