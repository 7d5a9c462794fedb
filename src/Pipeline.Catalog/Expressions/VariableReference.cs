namespace Pipeline.Catalog;

/// <summary>A variable of the running load: <c>run_id</c>, <c>scheduled_at</c>, <c>rows_read</c> ..</summary>
public sealed record VariableReference(string Name, SqlType Type, bool Nullable = false) : Expression(Type, Nullable);
