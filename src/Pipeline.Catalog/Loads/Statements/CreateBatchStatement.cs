namespace Pipeline.Catalog;

/// <summary>Makes an empty temporary table for the running load, before its transaction: a CREATE inside would commit it.</summary>
public sealed record CreateBatchStatement(string Purpose, QualifiedName Batch, EquatableArray<BatchColumn> Columns) : Statement(Purpose);

/// <summary>A column of a batch; all of them take nulls.</summary>
public sealed record BatchColumn(string Name, SqlType Type);
