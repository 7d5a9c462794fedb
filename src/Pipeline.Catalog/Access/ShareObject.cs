namespace Pipeline.Catalog;

/// <summary>A consumer in other accounts: secure views that it may read, and nothing else.</summary>
public sealed record ShareObject(QualifiedName Name, string ClassName, string Owner) : CatalogObject(Name, ClassName)
{
    public EquatableArray<QualifiedName> Reads { get; init; }

    /// <summary>As ORGANIZATION.ACCOUNT; empty where nobody may take it yet.</summary>
    public EquatableArray<string> Accounts { get; init; }
}
