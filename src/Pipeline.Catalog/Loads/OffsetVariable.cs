namespace Pipeline.Catalog;

/// <summary>The variable that holds the offset of a stream before the load: the time of the last version of its table that was read already.</summary>
public sealed record OffsetVariable(QualifiedName Stream, VariableReference ReadFrom);
