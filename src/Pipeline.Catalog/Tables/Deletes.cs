namespace Pipeline.Catalog;

/// <summary>What a delete at the source does to the target.</summary>
public enum Deletes { Ignore, Remove, Mark, Close }
