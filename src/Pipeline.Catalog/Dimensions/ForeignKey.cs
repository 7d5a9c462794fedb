namespace Pipeline.Catalog;

/// <summary>The dimension that a key column refers to, and what a fact does whose member isn't there.</summary>
public sealed record ForeignKey(QualifiedName Dimension, Missing Missing)
{
    /// <summary>The member of a fact that names none.</summary>
    public Member NoKey { get; init; }
}

public enum Missing { Unknown, Infer, Reject, Invalid }
