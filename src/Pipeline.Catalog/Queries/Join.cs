namespace Pipeline.Catalog;

/// <summary>A further source; a flatten or cross join has no condition.</summary>
public sealed record Join(JoinKind Kind, Source Source, Expression? On);

public enum JoinKind { Inner, Left, Right, Full, Cross }
