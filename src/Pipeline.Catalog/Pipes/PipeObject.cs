namespace Pipeline.Catalog;

/// <summary>Loads files into a table as they arrive.</summary>
/// <param name="Table">The landing table that it fills.</param>
public sealed record PipeObject(QualifiedName Name, string ClassName, QualifiedName Table) : CatalogObject(Name, ClassName)
{
    /// <summary>How long a pipe knows the names of the files that it loaded.</summary>
    public const int RememberedDays = 14;

    /// <summary>The table's copy, which completion moves here: no procedure copies what a pipe loads.</summary>
    public CopyDefinition? Copy { get; init; }

    /// <summary>The ARN of the topic that announces files; may hold <c>${name}</c> until it is bound.</summary>
    public string? SnsTopic { get; init; }

    /// <summary>The Kinesis stream whose events come as files; may hold <c>${name}</c> until it is bound.</summary>
    public string? KinesisStream { get; init; }

    /// <summary>The integration that is told of skipped files.</summary>
    public QualifiedName? ErrorsTo { get; init; }
}
