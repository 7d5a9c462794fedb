namespace Pipeline.Catalog;

/// <summary>Two queries of the same columns put together.</summary>
public sealed record SetQuery(SetOperator Operator, Query Left, Query Right) : Query;

public enum SetOperator { UnionAll, Union, Except, Intersect }
