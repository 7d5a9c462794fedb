namespace Pipeline.Catalog;

/// <summary>A tag. Without allowed values it takes any text.</summary>
public sealed record TagObject(QualifiedName Name, string ClassName, EquatableArray<string> AllowedValues) : CatalogObject(Name, ClassName);

/// <summary>The value of a tag on an object or a column.</summary>
public sealed record TagValue(QualifiedName Tag, string Value);
