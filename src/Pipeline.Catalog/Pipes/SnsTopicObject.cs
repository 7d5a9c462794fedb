namespace Pipeline.Catalog;

/// <summary>A notification integration for an SNS topic. Texts may hold <c>${name}</c> until they are bound.</summary>
public sealed record SnsTopicObject(QualifiedName Name, string ClassName, string Arn, string RoleArn) : CatalogObject(Name, ClassName);
