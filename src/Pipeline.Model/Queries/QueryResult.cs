namespace Pipeline.Model;

/// <summary>What a query gave when it was run in plain C#.</summary>
/// <typeparam name="T">The row.</typeparam>
/// <param name="Rows">The rows that it gives.</param>
/// <param name="Rejected">The rows that it rejects, in the order in which that was found.</param>
public sealed record QueryResult<T>(IReadOnlyList<T> Rows, IReadOnlyList<RejectedRow> Rejected);
