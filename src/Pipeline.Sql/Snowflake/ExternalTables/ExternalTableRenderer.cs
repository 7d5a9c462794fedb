using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>An external table. What it reads can't be altered, so its comment ends with a fingerprint of that, as a pipe's does.</summary>
internal static class ExternalTableRenderer
{
    private static readonly ColumnReference FileName = new("", "METADATA$FILENAME", SqlType.Text, Nullable: false);

    public static string Render(SnowflakeRenderer renderer, ExternalTableObject table)
    {
        var view = Of(renderer, table);
        return renderer.Fill("ExternalTables/external_table.sql", "table", view with { Comment = ((table.Comment ?? "") + " " + Fingerprint(view)).TrimStart() });
    }

    /// <summary>What the table's comment ends with.</summary>
    public static string Fingerprint(SnowflakeRenderer renderer, ExternalTableObject table) => Fingerprint(Of(renderer, table));

    private static string Fingerprint(View view)
    {
        var parts = view.Lines.Concat([view.PartitionBy ?? "", view.Location, view.AutoRefresh ? "auto" : "", view.Pattern ?? "", view.Format, view.SnsTopic ?? ""]);
        using var sha = SHA256.Create();
        var hash = sha.ComputeHash(Encoding.UTF8.GetBytes(string.Join("\n", parts)));
        return $"[definition {string.Concat(hash.Take(6).Select(b => b.ToString("x2", CultureInfo.InvariantCulture)))}]";
    }

    private static View Of(SnowflakeRenderer renderer, ExternalTableObject table)
    {
        if (renderer.Catalog.Find<StageObject>(table.Stage)?.Format is not { } name || renderer.Catalog.Find<FileFormatObject>(name) is not { } format)
        {
            throw new UnspellableException($"It reads {table.Stage}, which has no [Format<..>].");
        }

        return new(
            renderer.Name(table.Name), Columns(renderer, table, format).ToEquatableArray(),
            table.PartitionBy.Count == 0 ? null : string.Join(", ", table.PartitionBy.Select(renderer.Identifier)),
            // A directory, also where it is the whole stage.
            CopyStatement.LocationOf(renderer, table.Stage, table.Path).TrimEnd('/') + "/", table.AutoRefresh, string.IsNullOrEmpty(table.Pattern) ? null : table.Pattern,
            renderer.Name(format.Name), table.AutoRefresh ? table.SnsTopic : null, "");
    }

    private static IEnumerable<string> Columns(SnowflakeRenderer renderer, ExternalTableObject table, FileFormatObject format)
    {
        var names = table.Columns.Select(c => renderer.Identifier(c.Name)).ToList();
        var types = table.Columns.Select(c => renderer.Dialect.Type(c.Type)).ToList();
        var fields = table.Fields.ToList();
        for (var i = 0; i < names.Count; i++)
        {
            var column = table.Columns[i];
            yield return $"{names[i].PadRight(names.Max(n => n.Length))} {types[i].PadRight(types.Max(t => t.Length))} AS ({Value(renderer, table, column, format is CsvFormatObject ? fields.IndexOf(column) : null)})";
        }
    }

    private static string Value(SnowflakeRenderer renderer, ExternalTableObject table, Column column, int? position) => column switch
    {
        { FromFile: FileFact.Name } => "METADATA$FILENAME",
        { FromFile: FileFact.RowNumber } => "METADATA$FILE_ROW_NUMBER",
        { FromFile: { } fact } => throw new UnspellableException($"{column.Property} takes {fact} of the file, which no column of an external table can."),
        { FromPath: { } part } => renderer.Dialect.Expression(part.Of(FileName, column.Type)),
        _ when position is null && table.TakesWholeRecord => "VALUE",
        _ => $"VALUE:{(position is { } index ? "c" + (index + 1).ToString(CultureInfo.InvariantCulture) : SqlQuoting.InQuotes(column.FromField ?? column.Property))}::{renderer.Dialect.Type(column.Type)}",
    };

    private sealed record View(
        string Name, EquatableArray<string> Lines, string? PartitionBy, string Location, bool AutoRefresh, string? Pattern, string Format, string? SnsTopic, string Comment);
}
