namespace Pipeline.Catalog;

/// <summary>CSV. Columns are found by the header's names, or by position where header lines are skipped.</summary>
public sealed record CsvFormatObject(QualifiedName Name, string ClassName) : FileFormatObject(Name, ClassName)
{
    /// <summary>0: the first line holds the names of the columns.</summary>
    public int SkipHeader { get; init; }

    public string FieldDelimiter { get; init; } = ",";

    public string EnclosedBy { get; init; } = "\"";

    public EquatableArray<string> NullIf { get; init; }

    public bool TrimSpace { get; init; }

    public bool ByHeader => SkipHeader == 0;
}
