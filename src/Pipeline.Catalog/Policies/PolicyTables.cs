namespace Pipeline.Catalog;

/// <summary>The tables that policies look into; they are there before the policies, and have none themselves.</summary>
public static class PolicyTables
{
    public static IReadOnlyList<QualifiedName> Of(CompiledCatalog catalog) => catalog.All<PolicyObject>().SelectMany(Of).Distinct().ToList();

    public static IReadOnlyList<QualifiedName> Of(PolicyObject policy) =>
        SourceCollector.NamesIn(new SelectQuery([new("ALLOWED", policy.Body)]));
}
