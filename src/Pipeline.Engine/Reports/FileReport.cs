namespace Pipeline.Engine.Reports;

/// <summary>What became of one file.</summary>
/// <param name="Path">Its path below the bucket.</param>
/// <param name="Status">LOADED, PARTIALLY_LOADED or LOAD_FAILED.</param>
/// <param name="FirstProblem">The first bad record, in words; null where all are sound.</param>
public sealed record FileReport(string Path, string Status, long RowsParsed, long RowsLoaded, string? FirstProblem)
{
    /// <summary>Fields of the file that no column takes: as COPY does, they are left out.</summary>
    public IReadOnlyList<string> FieldsLeftOut { get; init; } = [];

    /// <summary>Columns for which the file has no field: as COPY does, they are null.</summary>
    public IReadOnlyList<string> ColumnsWithoutField { get; init; } = [];
}
