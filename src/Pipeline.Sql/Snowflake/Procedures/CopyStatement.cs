using System.Globalization;
using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>COPY INTO a table: by the names of the file's columns where it has them, else by a SELECT over its fields.</summary>
internal sealed class CopyStatement
{
    private readonly SnowflakeRenderer renderer;
    private readonly TableObject table;
    private readonly CopyDefinition copy;
    private readonly FileFormatObject? format;

    public CopyStatement(SnowflakeRenderer renderer, TableObject table, CopyDefinition copy)
    {
        this.renderer = renderer;
        this.table = table;
        this.copy = copy;
        var stage = renderer.Catalog.Find<StageObject>(copy.Stage);
        format = stage?.Format is { } name ? renderer.Catalog.Find<FileFormatObject>(name) : null;
    }

    /// <summary>Whether a SELECT stands between the file and the table; Snowflake can't validate such a copy afterwards.</summary>
    public bool IsTransforming => format switch
    {
        CsvFormatObject { ByHeader: true } => false,
        ParquetFormatObject => table.Columns.Any(IsRenamed),
        _ => true,
    };

    private string Location => LocationOf(renderer, copy.Stage, copy.Path);

    /// <summary>A stage, or a folder of it.</summary>
    public static string LocationOf(SnowflakeRenderer renderer, QualifiedName stage, string? path) =>
        "@" + renderer.Name(stage) + (string.IsNullOrEmpty(path) ? "" : "/" + CheckedPath(path!.Trim('/')) + "/");

    public string Write()
    {
        if (!IsTransforming && table.Columns.FirstOrDefault(IsRenamed) is { } renamed)
        {
            throw new UnspellableException(
                $"{renamed.Property} reads the field '{renamed.FromField}', but a CSV's columns are found by the header's names."
                + " Name the column so, or skip the header and list all fields.");
        }

        var lines = new List<string>();
        if (IsTransforming)
        {
            var columns = table.Columns.Select(c => (Name: renderer.Identifier(c.Name), Value: Field(c))).ToList();
            var list = Layout.Align(columns.Select(c => (c.Value, (string?)("AS " + c.Name))).ToList());
            lines.Add($"COPY INTO {renderer.Name(table.Name)} (\n{Layout.Indent(Layout.Lines(columns.Select(c => c.Name)))}\n)");
            lines.Add($"FROM (\n    SELECT\n{Layout.Indent(Layout.Indent(Layout.Lines(list)))}\n    FROM {Location} AS file\n)");
        }
        else
        {
            lines.Add("COPY INTO " + renderer.Name(table.Name));
            lines.Add("FROM " + Location);
        }

        if (!string.IsNullOrEmpty(copy.Pattern)) lines.Add("PATTERN = " + renderer.Text(copy.Pattern!));
        if (format is not null) lines.Add($"FILE_FORMAT = (FORMAT_NAME = {renderer.Text(renderer.Name(format.Name))})");
        if (!IsTransforming)
        {
            lines.Add("MATCH_BY_COLUMN_NAME = CASE_INSENSITIVE");
            var facts = table.Columns.Where(c => FactOf(c) is not null)
                .Select(c => (renderer.Identifier(c.Name), (string?)("= " + FactOf(c)))).ToList();
            if (facts.Count > 0) lines.Add("INCLUDE_METADATA = (\n" + Layout.Indent(Layout.Lines(Layout.Align(facts))) + "\n)");
        }

        lines.Add("ON_ERROR = " + copy.OnError switch
        {
            OnError.RejectRow => "CONTINUE",
            OnError.SkipFile => "SKIP_FILE",
            _ => "ABORT_STATEMENT",
        });
        return string.Join("\n", lines);
    }

    // Names are matched in any case.
    private static bool IsRenamed(Column column) =>
        FactOf(column) is null && column.FromField is { } field && !field.Equals(column.Name, StringComparison.OrdinalIgnoreCase);

    private static string? FactOf(Column column) => column.FromFile switch
    {
        FileFact.Name => "METADATA$FILENAME",
        FileFact.RowNumber => "METADATA$FILE_ROW_NUMBER",
        FileFact.ContentKey => "METADATA$FILE_CONTENT_KEY",
        FileFact.LastModified => "METADATA$FILE_LAST_MODIFIED",
        FileFact.ScanStarted => "METADATA$START_SCAN_TIME",
        // A column that no field matches gets NULL, not its default.
        _ => (column.Roles & ColumnRoles.LoadTime) != 0 ? "METADATA$START_SCAN_TIME" : null,
    };

    private string Field(Column column)
    {
        if (FactOf(column) is { } fact)
        {
            // The one fact with a zone, the session's.
            return fact == "METADATA$START_SCAN_TIME" ? $"CONVERT_TIMEZONE('UTC', {fact})::{renderer.Dialect.Type(column.Type)}" : fact;
        }

        var fields = table.Columns.Where(c => FactOf(c) is null).ToList();
        if (format is CsvFormatObject)
        {
            return "file.$" + (fields.IndexOf(column) + 1).ToString(CultureInfo.InvariantCulture);
        }

        if (fields.Count == 1 && column.Type.Kind == SqlTypeKind.Variant) return "file.$1";
        return $"file.$1[{renderer.Text(column.FromField ?? column.Property)}]::{renderer.Dialect.Type(column.Type)}";
    }

    private static string CheckedPath(string path) => StagePath.CanBeWritten(path)
        ? path
        : throw new UnspellableException($"The path '{path}' below a stage may hold letters, digits and / _ - . = only, and no two dashes or slashes in a row.");
}
