using System.IO.Compression;
using System.Text;
using Pipeline.Catalog;
using Pipeline.Engine.Reports;
using static Pipeline.Engine.Tests.Tables;

namespace Pipeline.Engine.Tests.Files;

/// <summary>A folder of files, a stage over it, and a table that a task copies them into.</summary>
internal sealed class CopyLab : IDisposable
{
    public static readonly DateTime Arrived = new(2024, 1, 15, 6, 0, 0);

    private readonly string folder = Directory.CreateTempSubdirectory("pipeline-copy-").FullName;
    private readonly LocalPipeline pipeline;

    public CopyLab(FileFormatObject format, TableObject table, OnError onError = OnError.RejectRow, string? pattern = null)
    {
        pipeline = LocalPipeline.Open(
            Compiled(
                Schema("LANDING"),
                format,
                new StageObject(Name("LANDING.FILES"), "Files", "${root}/in/") { Format = format.Name },
                table with { Copies = [new CopyDefinition(Name("LANDING.FILES")) { OnError = onError, Pattern = pattern }] },
                Root("LANDING.ROOT", table.Name.ToString())),
            new());
    }

    /// <summary>ID and NAME as texts, with the file and the row they come from.</summary>
    public static TableObject RawTable { get; } = Table(
        "LANDING.RAW", Text("ID"), Text("NAME"), FromFile("FILE_NAME", SqlType.Text, FileFact.Name), FromFile("FILE_ROW", SqlType.Int64, FileFact.RowNumber));

    public static CsvFormatObject Csv { get; } = new(Name("LANDING.CSV"), "Csv");

    public string Folder => folder;

    public void Write(string path, string content) => Write(path, Encoding.UTF8.GetBytes(content));

    public void Write(string path, byte[] content)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
    }

    public void WriteGzip(string path, string content)
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionMode.Compress)) zip.Write(Encoding.UTF8.GetBytes(content));
        Write(path, bytes.ToArray());
    }

    /// <summary>Makes the stages see what lies in the folder.</summary>
    public void Deliver() => pipeline.Deliver(folder, Arrived);

    /// <summary>Delivers what lies in the folder and runs the copy.</summary>
    public CopyReport Copy()
    {
        pipeline.Deliver(folder, Arrived);
        return pipeline.Run(Arrived).Copies.Single();
    }

    public string Rows(string columns = "ID, NAME") => Query($"SELECT {columns} FROM LANDING.RAW ORDER BY FILE_NAME, FILE_ROW");

    public string Rejected() => Query("SELECT SOURCE_FILE, SOURCE_ROW, RULE, REASON FROM LANDING.REJECTED_RAW ORDER BY SOURCE_FILE, SOURCE_ROW");

    public string Query(string sql) => pipeline.Query(sql).ToString();

    public void Dispose()
    {
        pipeline.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
