namespace Pipeline.Catalog.Lineage;

/// <summary>What a source column does for a column at the most: its value is in it, or it only decides which rows and values there are.</summary>
public enum Contribution { PassesThrough, Transformed, Aggregated, OnlyFilters }
