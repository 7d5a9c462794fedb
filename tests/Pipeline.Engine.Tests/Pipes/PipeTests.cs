using Pipeline.Catalog;
using Pipeline.Engine.Reports;
using static Pipeline.Engine.Tests.Tables;

namespace Pipeline.Engine.Tests.Pipes;

/// <summary>Facts of Snowpipe: each file once by its name, for two weeks; a file that can't be read is skipped.</summary>
public sealed class PipeTests : IDisposable
{
    private static readonly DateTime Arrived = new(2024, 1, 15, 6, 0, 0);

    private readonly string folder = Directory.CreateTempSubdirectory("pipeline-pipe-").FullName;
    private readonly LocalPipeline pipeline;

    public PipeTests()
    {
        var format = new JsonFormatObject(Name("LANDING.JSON"), "Json");
        pipeline = LocalPipeline.Open(
            Compiled(
                Schema("LANDING"),
                format,
                new StageObject(Name("LANDING.FILES"), "Files", "s3://shop/clicks/") { Format = format.Name },
                Table("LANDING.RAW", new Column("DOCUMENT", "Document", SqlType.Variant, Nullable: false), FromFile("FILE_NAME", SqlType.Text, FileFact.Name)) with
                {
                    Copies = [new CopyDefinition(Name("LANDING.FILES")) { OnError = OnError.SkipFile, Pattern = @".*\.json" }],
                },
                new PipeObject(Name("LANDING.CLICKS_PIPE"), "ClicksPipe", Name("LANDING.RAW"))),
            new());
    }

    [Fact]
    public void File_is_loaded_as_it_arrives_without_a_task()
    {
        Write("clicks/a.json", """{"id": 1}""");
        Write("clicks/a.json.tmp", """{"id": 9}""");
        var report = Assert.Single(Ingest(Arrived));
        Assert.Equal(("LANDING.CLICKS_PIPE", "LANDING.RAW", 1L), (report.Pipe.ToString(), report.Table.ToString(), report.RowsLoaded));
        Assert.Equal("""{"id":1} | clicks/a.json""", Rows());
        Assert.Empty(Ingest(Arrived.AddMinutes(1)));
    }

    [Fact]
    public void Changed_file_of_a_known_name_is_passed_by_for_two_weeks()
    {
        Write("clicks/a.json", """{"id": 1}""");
        Ingest(Arrived);
        Write("clicks/a.json", """{"id": 2}""");
        Assert.Empty(Ingest(Arrived.AddDays(13)));

        Write("clicks/a.json", """{"id": 3}""");
        Assert.Single(Ingest(Arrived.AddDays(15)));
        Assert.Equal("{\"id\":1} | clicks/a.json\n{\"id\":3} | clicks/a.json", Rows());
    }

    [Fact]
    public void Broken_file_is_skipped_whole_and_not_tried_again()
    {
        Write("clicks/a.json", "{\"id\": 1}\n{\"id\": ");
        Write("clicks/b.json", """{"id": 2}""");
        var report = Assert.Single(Ingest(Arrived));
        Assert.Equal(RunStatus.Succeeded, report.Status);
        Assert.Equal(["clicks/a.json LOAD_FAILED", "clicks/b.json LOADED"], report.Files.Select(f => $"{f.Path} {f.Status}"));
        Assert.Equal("""{"id":2} | clicks/b.json""", Rows());
        Assert.Empty(Ingest(Arrived.AddMinutes(1)));
    }

    [Fact]
    public void Run_ingests_before_its_graphs()
    {
        Write("clicks/a.json", """{"id": 1}""");
        pipeline.Deliver(folder, Arrived);
        var report = pipeline.Run(Arrived);
        Assert.Equal(1, Assert.Single(report.Pipes).RowsLoaded);
        Assert.Equal(["clicks/a.json"], report.Files.Select(f => f.Path));
    }

    [Fact]
    public void Schedule_ingests_when_files_arrive()
    {
        Write("clicks/a.json", """{"id": 1}""");
        var report = pipeline.Play(Arrived.AddHours(-1), Arrived.AddHours(1), (folder, Arrived));
        Assert.Equal(1, Assert.Single(report.Pipes).RowsLoaded);
    }

    [Fact]
    public void Table_of_a_pipe_has_no_copy_of_its_own() =>
        Assert.Equal((0, Name("LANDING.FILES")), (pipeline.Catalog.Find<TableObject>(Name("LANDING.RAW"))!.Copies.Count, pipeline.Catalog.All<PipeObject>().Single().Copy!.Stage));

    public void Dispose()
    {
        pipeline.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private IReadOnlyList<PipeReport> Ingest(DateTime at)
    {
        pipeline.Deliver(folder, at);
        return pipeline.Ingest(at);
    }

    private string Rows() => pipeline.Query("SELECT DOCUMENT, FILE_NAME FROM LANDING.RAW ORDER BY DOCUMENT::VARCHAR").ToString();

    private void Write(string path, string content)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }
}
