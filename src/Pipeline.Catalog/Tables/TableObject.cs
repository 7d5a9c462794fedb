namespace Pipeline.Catalog;

/// <summary>A table: of a layer, or the base of a dimension, a fact or a calendar.</summary>
public record TableObject(QualifiedName Name, string ClassName, EquatableArray<Column> Columns) : CatalogObject(Name, ClassName)
{
    /// <summary>What it was called before in the account.</summary>
    public EquatableArray<QualifiedName> FormerNames { get; init; }

    /// <summary>Null: as the schema says.</summary>
    public int? RetentionDays { get; init; }

    public EquatableArray<string> ClusterBy { get; init; }

    public Deletes Deletes { get; init; } = Deletes.Ignore;

    /// <summary>How much of the table one load may delete; null for any.</summary>
    public int? MaxDeletedPercent { get; init; }

    public EquatableArray<CopyDefinition> Copies { get; init; }

    public EquatableArray<LoadDefinition> Loads { get; init; }

    /// <summary>The rows that it has by the model; null where loads fill it.</summary>
    public ValuesSource? Rows { get; init; }

    /// <summary>The file beside the model that has its rows; the build puts them into <see cref="Rows"/>.</summary>
    public string? SeedFile { get; init; }

    public EquatableArray<Expectation> Expectations { get; init; }

    public IEnumerable<Column> With(ColumnRoles role) => Columns.Where(c => (c.Roles & role) != 0);

    public Column? FirstWith(ColumnRoles role) => Columns.FirstOrDefault(c => (c.Roles & role) != 0);
}
