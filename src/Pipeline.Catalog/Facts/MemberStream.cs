namespace Pipeline.Catalog;

/// <summary>The stream by which a fact's load learns that members of a dimension came, went or got other versions.</summary>
public sealed record MemberStream(QualifiedName Dimension, QualifiedName Stream);
