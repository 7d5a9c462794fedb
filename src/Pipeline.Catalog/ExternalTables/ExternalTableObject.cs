namespace Pipeline.Catalog;

/// <summary>The files of a stage as a table that can only be read.</summary>
public sealed record ExternalTableObject(QualifiedName Name, string ClassName, EquatableArray<Column> Columns, QualifiedName Stage) : TableObject(Name, ClassName, Columns)
{
    /// <summary>The folder below the stage; null for the whole stage.</summary>
    public string? Path { get; init; }

    /// <summary>A regular expression that the whole path in the stage matches.</summary>
    public string? Pattern { get; init; }

    /// <summary>The partition columns, in order.</summary>
    public EquatableArray<string> PartitionBy { get; init; }

    /// <summary>The bucket tells of new files; else a task refreshes it.</summary>
    public bool AutoRefresh { get; init; }

    /// <summary>May hold <c>${name}</c> until it is bound.</summary>
    public string? SnsTopic { get; init; }

    /// <summary>The columns that a record's fields fill, in order.</summary>
    public IEnumerable<Column> Fields => Columns.Where(c => c.FromFile is null && c.FromPath is null);

    /// <summary>Whether the one column is the record itself.</summary>
    public bool TakesWholeRecord => Fields.Take(2).ToList() is [{ Type.Kind: SqlTypeKind.Variant, FromField: null }];

    /// <summary>Which files it reads; one that can't be read as its columns stops the refresh.</summary>
    public CopyDefinition Files => new(Stage) { Path = Path, Pattern = Pattern, OnError = OnError.Stop };
}
