namespace Pipeline.Catalog;

/// <summary>The surrogate key of a dimension's row. Only in a load's query; lowering makes it a join.</summary>
/// <param name="Dimension">The dimension or calendar.</param>
/// <param name="Matches">Which of its columns must equal what.</param>
/// <param name="AsOf">The time at which the version must have been valid; null for the current row.</param>
public sealed record KeyLookup(QualifiedName Dimension, EquatableArray<KeyMatch> Matches, Expression? AsOf)
    : Expression(SqlType.Int64, false);

/// <summary>One column of the dimension and the value it must equal.</summary>
public sealed record KeyMatch(string Column, Expression Value);
