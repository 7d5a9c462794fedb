namespace Pipeline.Catalog;

/// <summary>The rows of a load's source that are loaded again: those of a time, by one of the source's columns.</summary>
/// <param name="From">The first moment, in UTC.</param>
/// <param name="Until">The first moment that is no more in it; null: up to now.</param>
/// <param name="By">The source's column; null: when its rows were loaded, else its sequence.</param>
public sealed record BackfillRange(DateTime From, DateTime? Until = null, string? By = null);
