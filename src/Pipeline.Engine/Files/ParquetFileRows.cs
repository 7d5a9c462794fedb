using Pipeline.Catalog;
using Pipeline.Engine.Database;

namespace Pipeline.Engine.Files;

/// <summary>Reads a Parquet file in place, its columns by name.</summary>
internal sealed class ParquetFileRows(DuckDbSession session, TableObject table)
{
    private const string RowNumber = "file_row_number";

    public FileRows Read(StagedFile file)
    {
        // Asked first, since an error of the database would end the transaction.
        if (!IsParquet(file.Location)) return FileRows.Unreadable("no Parquet: the file lacks its marks");

        var from = $"read_parquet({Names.File(file.Location)}, file_row_number = true)";
        var names = session.Query($"DESCRIBE SELECT * FROM {from}").Rows.Select(r => (string)r[0]!).Where(n => n != RowNumber).ToList();
        var record = $"json_object({string.Join(", ", names.Select(n => $"{Names.Text(n)}, file.{Names.Sql(n)}"))})";
        var columns = FileColumns.Of(table);
        var values = columns is [{ Type.Kind: SqlTypeKind.Variant } only] && table is not ExternalTableObject { TakesWholeRecord: false } ? new() { [only.Name] = record } : ByName(columns, names);
        return values.Count == 0
            ? FileRows.Unreadable($"no column of the file is one of the table: {string.Join(", ", names.Take(10))}")
            : new(from + " AS file", $"file.{RowNumber} + 1", values, record, IsText: false)
            {
                LeftOut = columns.Count == values.Count ? [] : [.. names.Where(n => !values.ContainsValue("file." + Names.Sql(n)))],
            };
    }

    private Dictionary<string, string> ByName(IReadOnlyList<Column> columns, List<string> names)
    {
        var values = new Dictionary<string, string>();
        foreach (var column in columns)
        {
            var wanted = FileColumns.FieldOf(table, column);
            if (names.Find(n => string.Equals(n, wanted, FileColumns.Comparison(table))) is { } name) values[column.Name] = "file." + Names.Sql(name);
        }

        return values;
    }

    private static bool IsParquet(string location)
    {
        using var file = File.OpenRead(location);
        return file.Length >= 12 && HasMark(file, 0) && HasMark(file, file.Length - 4);
    }

    private static bool HasMark(FileStream file, long position)
    {
        Span<byte> mark = stackalloc byte[4];
        file.Position = position;
        file.ReadExactly(mark);
        return mark.SequenceEqual("PAR1"u8);
    }
}
