namespace Pipeline.Catalog;

/// <summary>A table or view; <see cref="IsBatch"/> where it is a temporary table of the running load.</summary>
public sealed record ObjectSource(string Alias, QualifiedName Object, bool IsBatch = false) : Source(Alias);
