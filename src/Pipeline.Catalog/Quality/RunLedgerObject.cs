namespace Pipeline.Catalog;

/// <summary>Says in which schema the platform keeps its record of runs and the results of checks.</summary>
public sealed record RunLedgerObject(QualifiedName Name, string ClassName, string Schema) : CatalogObject(Name, ClassName);
