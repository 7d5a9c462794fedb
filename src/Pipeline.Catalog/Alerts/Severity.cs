namespace Pipeline.Catalog;

/// <summary>How bad it is.</summary>
public enum Severity { Info, Warning, Error, Critical }
