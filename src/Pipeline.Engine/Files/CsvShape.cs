namespace Pipeline.Engine.Files;

/// <summary>What a scan has found of a CSV file that the database's own reader reads as <see cref="CsvReader"/> does.</summary>
/// <param name="Fields">How many fields each record has.</param>
/// <param name="Rows">How many records follow the header.</param>
/// <param name="HasEnclosed">Whether any field is enclosed.</param>
/// <param name="HasEdgeSpace">Whether a field has space at its ends that is to be trimmed.</param>
internal sealed record CsvShape(int Fields, long Rows, bool HasEnclosed, bool HasEdgeSpace);
