using System.Globalization;
using Pipeline.Catalog;
using Pipeline.Engine.Database;

namespace Pipeline.Engine.Files;

/// <summary>Has the database read a CSV file that a scan has found plain, with nothing left to its own guess.</summary>
internal sealed class PlainCsv(CsvFormatObject format, CsvShape shape)
{
    private readonly List<string> words = [.. format.NullIf.Where(w => w.Length > 0).Select(w => Names.Text(w))];

    /// <summary>The file's records in their order, with their number in the file.</summary>
    public string From(StagedFile file, string rowNumber)
    {
        var quote = Names.Text(shape.HasEnclosed ? format.EnclosedBy : "");
        var columns = Enumerable.Range(0, shape.Fields).Select(i => $"{Names.Text(Field(i))}: 'VARCHAR'");
        return $"""
            (SELECT row_number() OVER () AS {rowNumber}, * FROM read_csv({Names.File(file.Location)},
                auto_detect = false, header = false, skip = {Names.Number(format.ByHeader ? 1 : format.SkipHeader)},
                delim = {Names.Text(format.FieldDelimiter)}, quote = {quote}, escape = {quote}, comment = '', nullstr = [''],
                allow_quoted_nulls = {(format.NullIf.Contains("") ? "true" : "false")},
                compression = {(FileText.IsGzip(file.Location, format.Compression) ? "'gzip'" : "'none'")},
                columns = {"{"}{string.Join(", ", columns)}{"}"}))
            """;
    }

    /// <summary>A field's value: without space around it where that is to go, null where it is a word for it.</summary>
    public string Value(int field)
    {
        if (field >= shape.Fields) return "NULL::VARCHAR";
        var value = "file." + Names.Sql(Field(field));
        if (shape.HasEdgeSpace) value = $"nullif(trim({value}, ' \t'), '')";
        return words.Count == 0 ? value : $"CASE WHEN {value} NOT IN ({string.Join(", ", words)}) THEN {value} END";
    }

    private static string Field(int number) => "field" + number.ToString(CultureInfo.InvariantCulture);
}
