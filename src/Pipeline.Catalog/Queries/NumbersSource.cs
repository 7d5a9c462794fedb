namespace Pipeline.Catalog;

/// <summary>So many whole numbers from the first on: column <c>NUMBER</c>.</summary>
public sealed record NumbersSource(string Alias, long First, long Count) : Source(Alias);
