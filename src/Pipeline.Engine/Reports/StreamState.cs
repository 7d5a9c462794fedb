using Pipeline.Catalog;

namespace Pipeline.Engine.Reports;

/// <summary>A stream as SHOW STREAMS tells of it.</summary>
/// <param name="Source">The table, view or dynamic table whose changes it shows.</param>
/// <param name="IsStale">Whether it can't be read any more.</param>
/// <param name="StaleAfter">When it becomes stale if nobody reads it before; null where nothing has run yet.</param>
public sealed record StreamState(QualifiedName Stream, QualifiedName Source, bool IsStale, DateTime? StaleAfter);
