namespace Loads.Tests.Histories;

/// <summary>One version as the dimension must hold it, without its surrogate key.</summary>
public sealed record CustomerVersion(int Id, string Segment, string? Email, DateTime From, DateTime? To);
