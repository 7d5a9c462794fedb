using Pipeline.Catalog;

namespace Pipeline.Engine.Reports;

/// <summary>What a pipe did with the files that had arrived.</summary>
public sealed record PipeReport(QualifiedName Pipe, QualifiedName Table, RunStatus Status, TimeSpan Duration)
{
    /// <summary>The files that the pipe saw for the first time, as they arrived.</summary>
    public IReadOnlyList<FileReport> Files { get; init; } = [];

    /// <summary>Records that are rows of the table now.</summary>
    public long RowsLoaded => Files.Sum(f => f.RowsLoaded);

    /// <summary>What failed besides files that can't be read; null where nothing did.</summary>
    public string? Error { get; init; }
}
