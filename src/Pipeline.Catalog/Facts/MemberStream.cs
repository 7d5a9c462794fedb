namespace Pipeline.Catalog;

/// <summary>The stream by which a load learns that members of a dimension came, went or got other values.</summary>
public sealed record MemberStream(QualifiedName Dimension, QualifiedName Stream);
