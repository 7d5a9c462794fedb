namespace Pipeline.Catalog;

/// <summary>The dimension that a key column refers to, and what a fact does whose member isn't there.</summary>
public sealed record ForeignKey(QualifiedName Dimension, Missing Missing);

public enum Missing { Unknown, Infer, Reject }
