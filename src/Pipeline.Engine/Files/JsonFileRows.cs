using System.Text.Json;
using Pipeline.Catalog;
using Pipeline.Engine.Database;

namespace Pipeline.Engine.Files;

/// <summary>Brings a JSON file's documents into a temporary table: whole for a table with one VARIANT, else by the names of their members.</summary>
internal sealed class JsonFileRows(DuckDbSession session, JsonFormatObject format, TableObject table)
{
    public FileRows Read(StagedFile file)
    {
        session.Execute("CREATE OR REPLACE TEMPORARY TABLE FILE_ROWS (ROW_NUMBER BIGINT, DOCUMENT VARCHAR)");
        var bad = Append(file);
        var columns = FileColumns.Of(table);
        var values = columns is [{ Type.Kind: SqlTypeKind.Variant } only] && table is not ExternalTableObject { TakesWholeRecord: false }
            ? new() { [only.Name] = "file.DOCUMENT::JSON" }
            : Members(columns);
        return new("temp.FILE_ROWS AS file", "file.ROW_NUMBER", values, "file.DOCUMENT::JSON", IsText: true) { Bad = bad };
    }

    private List<BadRecord> Append(StagedFile file)
    {
        using var bytes = new MemoryStream();
        using (var stream = FileText.OpenBytes(file.Location, format.Compression)) stream.CopyTo(bytes);

        var bad = new List<BadRecord>();
        using var appender = session.Connection.CreateAppender("temp", "main", "FILE_ROWS");
        var number = 0L;
        foreach (var document in JsonDocuments.Read(bytes.ToArray(), format.StripOuterArray, format.StripNullValues))
        {
            number++;
            if (document.Problem is { } problem) bad.Add(new(number, problem, JsonSerializer.Serialize(document.Raw)));
            else appender.CreateRow().AppendValue(number).AppendValue(document.Text).EndRow();
        }

        return bad;
    }

    private Dictionary<string, string> Members(IReadOnlyList<Column> columns)
    {
        var keys = session.Query("SELECT DISTINCT unnest(json_keys(DOCUMENT)) FROM temp.FILE_ROWS WHERE json_type(DOCUMENT) = 'OBJECT' ORDER BY 1")
            .Rows.Select(r => (string)r[0]!).ToList();
        var values = new Dictionary<string, string>();
        foreach (var column in columns)
        {
            var wanted = FileColumns.FieldOf(table, column);
            if (keys.Find(k => string.Equals(k, wanted, FileColumns.Comparison(table))) is not { } key) continue;
            var extract = column.Type.Kind == SqlTypeKind.Variant ? "json_extract" : "json_extract_string";
            values[column.Name] = $"{extract}(file.DOCUMENT, {Names.Text("$." + Names.Sql(key))})";
        }

        return values;
    }
}
