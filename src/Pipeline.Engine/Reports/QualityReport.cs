namespace Pipeline.Engine.Reports;

/// <summary>One check's result: a row of QUALITY_METRICS.</summary>
/// <param name="Status">PASS, WARN or FAIL.</param>
/// <param name="ErrorCount">Rows that broke it.</param>
/// <param name="RowCount">Rows that an expectation looked at; null for a check of a gate, which counts what is wrong alone.</param>
public sealed record QualityReport(string RunId, string Check, string Layer, string Target, string Status, long ErrorCount, long? RowCount);
