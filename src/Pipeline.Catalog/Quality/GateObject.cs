namespace Pipeline.Catalog;

/// <summary>Checks over whole tables, between two layers.</summary>
/// <param name="Layer">The schema that is made of what is checked.</param>
public sealed record GateObject(QualifiedName Name, string ClassName, string Layer) : CatalogObject(Name, ClassName)
{
    public EquatableArray<CheckDefinition> Checks { get; init; }
}

/// <summary>A query whose rows are what is wrong.</summary>
/// <param name="Method">The method's name, by which results are recorded.</param>
/// <param name="Stops">Whether the gate fails where there are any.</param>
public sealed record CheckDefinition(string Method, bool Stops, Query Query)
{
    public string? Comment { get; init; }

    /// <summary>Where the method stands.</summary>
    public SourcePlace? At { get; init; }
}
