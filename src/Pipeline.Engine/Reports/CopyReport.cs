using Pipeline.Catalog;

namespace Pipeline.Engine.Reports;

/// <summary>One run of a copy from a stage into a table.</summary>
public sealed record CopyReport(QualifiedName Procedure, QualifiedName Target, RunStatus Status, TimeSpan Duration)
{
    /// <summary>The files that were new.</summary>
    public IReadOnlyList<FileReport> Files { get; init; } = [];

    /// <summary>Records in those files.</summary>
    public long RowsParsed => Files.Sum(f => f.RowsParsed);

    /// <summary>Records that are rows of the table now.</summary>
    public long RowsLoaded => Files.Sum(f => f.RowsLoaded);

    /// <summary>Records that were set aside, or left out with their file.</summary>
    public long RowsRejected => Files.Sum(f => f.RowsParsed - f.RowsLoaded);

    /// <summary>What failed; null where nothing did.</summary>
    public string? Error { get; init; }
}
