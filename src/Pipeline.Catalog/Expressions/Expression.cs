namespace Pipeline.Catalog;

/// <summary>A value, neutral to the dialect. The type and whether it can be null are known of each.</summary>
public abstract record Expression(SqlType Type, bool Nullable);
