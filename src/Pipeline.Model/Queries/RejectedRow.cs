namespace Pipeline.Model;

/// <summary>A row that a query sets aside, when run in plain C#; in the account it lies in REJECTED_...</summary>
/// <param name="Row">The row as the query read it.</param>
/// <param name="Reason">Why.</param>
public sealed record RejectedRow(object? Row, string Reason);
