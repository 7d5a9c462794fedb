namespace Pipeline.Catalog;

/// <summary>A notification integration for e-mail. Recipients may hold <c>${name}</c> until they are bound.</summary>
public sealed record EmailChannelObject(QualifiedName Name, string ClassName, EquatableArray<string> Recipients) : CatalogObject(Name, ClassName);
