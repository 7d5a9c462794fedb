namespace Pipeline.Catalog;

/// <summary>COPY INTO the table from a stage.</summary>
public sealed record CopyDefinition(QualifiedName Stage)
{
    public string? Path { get; init; }

    /// <summary>A regular expression that the whole path in the stage matches.</summary>
    public string? Pattern { get; init; }

    public OnError OnError { get; init; }

    /// <summary>Where the class asks for it.</summary>
    public SourcePlace? At { get; init; }
}

/// <summary>What becomes of a file with a bad row: the row is rejected, the file is skipped, or the copy stops.</summary>
public enum OnError { RejectRow, SkipFile, Stop }
