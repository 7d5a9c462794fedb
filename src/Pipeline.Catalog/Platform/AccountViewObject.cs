namespace Pipeline.Catalog;

/// <summary>A view that Snowflake keeps of the account, in SNOWFLAKE.ACCOUNT_USAGE: read by the model, never made by it.</summary>
public sealed record AccountViewObject(QualifiedName Name, EquatableArray<Column> Columns) : CatalogObject(Name, "");
