namespace Pipeline.Catalog;

/// <summary>The families of column types that the catalog knows.</summary>
public enum SqlTypeKind { Number, Float, Text, Boolean, Date, Time, TimestampNtz, TimestampTz, Variant, Binary }
