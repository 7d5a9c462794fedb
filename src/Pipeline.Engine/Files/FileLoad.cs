using Pipeline.Catalog;
using Pipeline.Engine.Database;
using Pipeline.Engine.Reports;

namespace Pipeline.Engine.Files;

/// <summary>Loads one file into its table, and remembers that it did: for copies and pipes alike.</summary>
internal sealed class FileLoad(DuckDbSession session, StageFiles stages)
{
    /// <param name="table">The table.</param>
    /// <param name="copy">How its files are read.</param>
    /// <param name="file">The file.</param>
    /// <param name="run">Whose time and identity the rows get.</param>
    /// <param name="keepsRejects">Whether records that the table doesn't take are kept aside; else the report alone tells of them.</param>
    /// <exception cref="EngineException">The file is gone, or of a format that can't be read, or bad where that stops the copy.</exception>
    public FileReport Load(TableObject table, CopyDefinition copy, StagedFile file, RunContext run, bool keepsRejects)
    {
        if (!File.Exists(file.Location))
        {
            throw new EngineException($"{table.Name}: {file.Location} was delivered as {file.Path}, but isn't there any more. Deliver it again.");
        }

        var report = new FileInsert(session, table, copy, run, keepsRejects).Insert(file, Rows(table, copy, file));
        session.Execute($"""
            INSERT INTO {EngineTables.LoadedFiles} VALUES ({Names.Text(table.Name.ToString())}, {Names.Text(file.Path)}, {Names.Text(file.ContentKey)},
                {Names.Time(run.Now)}, {Names.Text(report.Status)}, {Names.Number(report.RowsParsed)}, {Names.Number(report.RowsLoaded)},
                {Names.Number(report.RowsParsed - report.RowsLoaded)})
            """);
        return report;
    }

    // Bytes that aren't what the format says, such as a broken archive, are a file's first bad record.
    private FileRows Rows(TableObject table, CopyDefinition copy, StagedFile file)
    {
        try
        {
            return stages.Format(copy) switch
            {
                CsvFormatObject csv => new CsvFileRows(session, csv, table).Read(file),
                JsonFormatObject json => new JsonFileRows(session, json, table).Read(file),
                ParquetFormatObject => new ParquetFileRows(session, table).Read(file),
                var other => throw new EngineException($"{other.Name}: a local run can't read files of this format; deliver them as CSV, JSON or Parquet."),
            };
        }
        catch (InvalidDataException e)
        {
            return FileRows.Unreadable($"the file can't be read: {e.Message}");
        }
    }
}
