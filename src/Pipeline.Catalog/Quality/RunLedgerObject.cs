namespace Pipeline.Catalog;

/// <summary>Says in which schema the platform keeps its record of runs and the results of checks; its name is the schema's.</summary>
public sealed record RunLedgerObject(QualifiedName Name, string ClassName) : CatalogObject(Name, ClassName);
