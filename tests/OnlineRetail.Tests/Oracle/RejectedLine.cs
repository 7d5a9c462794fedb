namespace OnlineRetail.Tests.Oracle;

/// <summary>A line that was not, and the first reason.</summary>
internal sealed record RejectedLine(string File, long Row, string Reason);
