namespace Pipeline.Catalog;

/// <summary>A value that must be there: where it is null the row is rejected with this reason. Only in a load's query; lowering takes it out.</summary>
public sealed record Rejectable(Expression Operand, string? Reason) : Expression(Operand.Type, false);
