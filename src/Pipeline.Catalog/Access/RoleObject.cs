namespace Pipeline.Catalog;

/// <summary>A role, with those that it includes.</summary>
public record RoleObject(QualifiedName Name, string ClassName) : CatalogObject(Name, ClassName)
{
    public EquatableArray<QualifiedName> Includes { get; init; }

    /// <summary>Loads, tasks and dynamic tables run with it.</summary>
    public bool RunsLoads { get; init; }

    /// <summary>Not granted to SYSADMIN.</summary>
    public bool Apart { get; init; }
}
