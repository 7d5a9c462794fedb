namespace Pipeline.Catalog;

/// <summary>One object of the account, compiled from one class of the model.</summary>
/// <param name="Name">Its name in the account.</param>
/// <param name="ClassName">Its identity: the full name of the class that declares it.</param>
public abstract record CatalogObject(QualifiedName Name, string ClassName)
{
    /// <summary>Where the class stands; null for what no class of the project declares.</summary>
    public SourcePlace? At { get; init; }

    /// <summary>The class's doc comment.</summary>
    public string? Comment { get; init; }

    /// <summary>Who may do what with it; on a schema, with all that is in it.</summary>
    public EquatableArray<Grant> Grants { get; init; }

    /// <summary>Which of its rows a reader sees; null for all.</summary>
    public RowAccess? RowAccess { get; init; }

    /// <summary>How old its newest row may be; null where nothing was agreed.</summary>
    public Freshness? Freshness { get; init; }

    /// <summary>The values of tags on it.</summary>
    public EquatableArray<TagValue> Tags { get; init; }

    /// <summary>What forbids to write the object; empty for a sound one.</summary>
    public EquatableArray<Finding> Findings { get; init; }
}
