namespace Pipeline.Catalog;

/// <summary>A stream. As <c>Query</c> it is the new images alone; with <see cref="AllChanges"/> all change rows.</summary>
/// <remarks>Columns of the source plus <c>METADATA$ACTION</c>, <c>METADATA$ISUPDATE</c> and <c>METADATA$ROW_ID</c>.</remarks>
public sealed record StreamSource(string Alias, QualifiedName Stream, bool AllChanges = false) : Source(Alias);
