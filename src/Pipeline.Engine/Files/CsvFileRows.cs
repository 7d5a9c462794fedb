using System.Text.Encodings.Web;
using System.Text.Json;
using Pipeline.Catalog;
using Pipeline.Engine.Database;

namespace Pipeline.Engine.Files;

/// <summary>Brings a CSV file's records into a temporary table of texts.</summary>
internal sealed class CsvFileRows(DuckDbSession session, CsvFormatObject format, TableObject table)
{
    private const string RowNumber = "ROW_NUMBER";

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HashSet<string> nulls = new(format.NullIf, StringComparer.Ordinal);

    /// <summary>By the database where the file leaves it no choice, else by our own reader: the rows are the same.</summary>
    public FileRows Read(StagedFile file) => CsvScan.Of(file.Location, format) is { } shape ? ReadPlain(file, shape) : ReadAny(file);

    /// <summary>By our own reader, whatever the file holds.</summary>
    public FileRows ReadAny(StagedFile file)
    {
        using var text = FileText.OpenText(file.Location, format.Compression);
        var csv = new CsvReader(text, format.FieldDelimiter, format.EnclosedBy, format.TrimSpace);
        if (format.ByHeader && !csv.Read()) return Empty();
        if (Header(csv, out var targets, out var leftOut) is { } problem) return FileRows.Unreadable(problem);

        var found = targets.OfType<string>().ToList();
        session.Execute($"""
            CREATE OR REPLACE TEMPORARY TABLE FILE_ROWS ({Names.Sql(RowNumber)} BIGINT{string.Concat(found.Select(f => $", {Names.Sql("FILE_" + f)} VARCHAR"))})
            """);
        var bad = Append(csv, targets);
        return new(
            "temp.FILE_ROWS AS file",
            "file." + Names.Sql(RowNumber),
            found.ToDictionary(f => f, f => "file." + Names.Sql("FILE_" + f)),
            $"json_object({string.Join(", ", found.Select(f => $"{Names.Text(f)}, file.{Names.Sql("FILE_" + f)}"))})",
            IsText: true) { Bad = bad, LeftOut = leftOut };
    }

    private FileRows ReadPlain(StagedFile file, CsvShape shape)
    {
        using var text = FileText.OpenText(file.Location, format.Compression);
        var csv = new CsvReader(text, format.FieldDelimiter, format.EnclosedBy, format.TrimSpace);
        if (format.ByHeader) csv.Read();
        if (Header(csv, out var targets, out var leftOut) is { } problem) return FileRows.Unreadable(problem);

        var plain = new PlainCsv(format, shape);
        var values = Enumerable.Range(0, targets.Length).Where(i => targets[i] is not null).ToDictionary(i => targets[i]!, plain.Value);
        var from = plain.From(file, Names.Sql(RowNumber));
        if (FileInsert.MayRefuse(table))
        {
            // It is asked for several times.
            session.Execute($"CREATE OR REPLACE TEMPORARY TABLE FILE_ROWS AS SELECT * FROM {from}");
            from = "temp.FILE_ROWS";
        }

        return new(
            from + " AS file", "file." + Names.Sql(RowNumber), values,
            $"json_object({string.Join(", ", values.Select(v => $"{Names.Text(v.Key)}, {v.Value}"))})", IsText: true) { Count = shape.Rows, IsOrdered = true, LeftOut = leftOut };
    }

    // For each field of the file the column that it fills; null where no column wants it.
    private string? Header(CsvReader csv, out string?[] targets, out IReadOnlyList<string> leftOut)
    {
        leftOut = [];
        var columns = FileColumns.Of(table);
        if (!format.ByHeader)
        {
            for (var i = 0; i < format.SkipHeader; i++) csv.Read();
            targets = [.. columns.Select(c => c.Name)];
            return null;
        }

        var names = csv.Fields.Select(f => f.Text.Trim()).ToList();
        targets = new string?[names.Count];
        foreach (var column in columns)
        {
            var wanted = column.FromField ?? column.Name;
            var positions = Enumerable.Range(0, names.Count).Where(i => string.Equals(names[i], wanted, StringComparison.OrdinalIgnoreCase)).ToList();
            if (positions.Count > 1) return $"the header has {names[positions[0]]} more than once";
            if (positions is [var position]) targets[position] = column.Name;
        }

        var taken = targets;
        leftOut = [.. names.Where((n, i) => taken[i] is null && n.Length > 0)];
        return targets.Any(t => t is not null) ? null : $"no name in the header is a column: {string.Join(", ", names.Take(10))}";
    }

    private List<BadRecord> Append(CsvReader csv, string?[] targets)
    {
        var bad = new List<BadRecord>();
        using var appender = session.Connection.CreateAppender("temp", "main", "FILE_ROWS");
        for (var number = 1L; csv.Read(); number++)
        {
            if (Problem(csv) is { } problem)
            {
                bad.Add(new(number, problem, JsonSerializer.Serialize(csv.Fields.Select(f => f.Text), Relaxed)));
                continue;
            }

            var row = appender.CreateRow().AppendValue(number);
            for (var i = 0; i < targets.Length; i++)
            {
                if (targets[i] is not null) row.AppendValue(i < csv.Fields.Count ? Value(csv.Fields[i]) : null);
            }

            row.EndRow();
        }

        return bad;
    }

    // A row with too few or too many fields is none: with metadata, COPY can't ask for their number (ERROR_ON_COLUMN_COUNT_MISMATCH must be
    // FALSE), so what lacks is null and what is over is passed by. Staging's rules see such rows.
    private static string? Problem(CsvReader csv)
    {
        if (csv.Problem is { } problem) return problem;
        foreach (var field in csv.Fields)
        {
            if (field.Text.Contains(FileText.NoUtf8)) return "the row holds bytes that are no UTF-8";
        }

        return null;
    }

    private string? Value(CsvField field) =>
        (field.Text.Length == 0 && !field.IsEnclosed) || (nulls.Count > 0 && nulls.Contains(field.Text)) ? null : field.Text;

    private static FileRows Empty() =>
        new("(SELECT 1 WHERE FALSE) AS file", "0::BIGINT", new Dictionary<string, string>(), "NULL", IsText: true);
}
