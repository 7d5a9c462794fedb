using Pipeline.Catalog;
using Pipeline.Catalog.Json;
using Pipeline.Cli.Listening;
using Pipeline.Engine;

namespace Pipeline.Cli.Tests;

/// <summary>What is dropped into a folder is loaded as the pipe would load it.</summary>
public sealed class ListenCommandTests : IDisposable
{
    private static readonly QualifiedName Raw = new("LANDING", "RAW_CLICKS");

    private static readonly CompiledCatalog Clicks = new(
    [
        new SchemaObject(new(null, "LANDING"), "Landing"),
        new JsonFormatObject(new("LANDING", "JSON"), "Json"),
        new StageObject(new("LANDING", "CLICKS"), "Clicks", "s3://shop/clicks/") { Format = new("LANDING", "JSON") },
        new TableObject(Raw, "RawClicks", [new("EVENT", "Event", SqlType.Variant, Nullable: false)])
        {
            Copies = [new(new("LANDING", "CLICKS")) { OnError = OnError.SkipFile, Pattern = @".*\.json" }],
        },
        new PipeObject(new("LANDING", "CLICKS_PIPE"), "ClicksPipe", Raw),
    ]);

    private readonly ModelOnDisk model = new();

    private string Dropped => Path.Combine(model.Folder, "dropped");

    public ListenCommandTests()
    {
        model.Write("sql/manifest.json", CatalogJson.WriteManifest(Clicks));
        Directory.CreateDirectory(Dropped);
    }

    [Fact]
    public void What_lies_in_the_folder_is_loaded_once_by_its_name()
    {
        model.Write("dropped/clicks/a.json", """{"id": 1}""");
        model.Write("dropped/clicks/read.me", "not for the pipe");
        Assert.Equal(0, Listen());
        Assert.Contains("clicks/a.json: 1 row into LANDING.RAW_CLICKS by LANDING.CLICKS_PIPE, LOADED", model.Output, StringComparison.Ordinal);
        Assert.Contains("clicks/read.me: no pipe loads it", model.Output, StringComparison.Ordinal);

        model.Write("dropped/clicks/a.json", """{"id": 2}""");
        Assert.Equal(0, Listen());
        Assert.DoesNotContain("LOADED", model.Output, StringComparison.Ordinal);
        Assert.Contains("clicks/a.json: LANDING.CLICKS_PIPE took a file of this name before, and takes each name once.", model.Output, StringComparison.Ordinal);
        Assert.Contains("clicks/read.me: no pipe loads it: it lies in no pipe's stage and pattern.", model.Output, StringComparison.Ordinal);
        Assert.Equal(0, model.Pipeline("query", model.Folder, "SELECT EVENT FROM LANDING.RAW_CLICKS"));
        Assert.Contains("{\"id\":1}", model.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("{\"id\":2}", model.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void File_that_cannot_be_read_is_told_and_fails()
    {
        model.Write("dropped/clicks/a.json", """{"id": """);
        model.Write("dropped/clicks/b.json", """{"id": 2}""");
        Assert.Equal(1, Listen());
        Assert.Contains("clicks/a.json: 0 rows into LANDING.RAW_CLICKS by LANDING.CLICKS_PIPE, LOAD_FAILED", model.Output, StringComparison.Ordinal);
        Assert.Contains("clicks/b.json: 1 row", model.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Model_without_a_pipe_and_folder_that_is_not_there_are_refused()
    {
        Assert.Equal(2, model.Pipeline("listen", model.Folder, "--folder", Path.Combine(model.Folder, "none"), "--once"));
        Assert.Contains("There is no folder", model.Error, StringComparison.Ordinal);

        using var shop = new ModelOnDisk();
        Assert.Equal(2, shop.Pipeline("listen", shop.Folder, "--folder", shop.Folder, "--once"));
        Assert.Contains("The model has no [Pipe]", shop.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Files_dropped_while_it_listens_are_loaded_until_it_is_ended(bool watches)
    {
        using var end = new CancellationTokenSource();
        using var drops = new DropFolder(Dropped, TimeSpan.FromMilliseconds(50), TimeProvider.System, watches);
        using var pipeline = LocalPipeline.Open(Clicks, new());
        using var output = new StringWriter();
        var listener = new Listener(pipeline, Dropped, drops, TimeProvider.System, TextWriter.Synchronized(output));
        var listening = Task.Run(() => listener.Listen(once: false, end.Token));

        model.Write("dropped/clicks/a.json", """{"id": 1}""");
        await Until(() => output.ToString().Contains("clicks/a.json: 1 row", StringComparison.Ordinal));
        model.Write("dropped/clicks/2024/b.json", "{\"id\": 2}\n{\"id\": 3}");
        await Until(() => output.ToString().Contains("clicks/2024/b.json: 2 rows", StringComparison.Ordinal));
        await end.CancelAsync();

        Assert.True(await listening);
        Assert.Equal(3, pipeline.Rows(Raw).Rows.Count);
    }

    [Fact]
    public void File_that_still_grows_waits()
    {
        var clock = new StoppedClock();
        using var drops = new DropFolder(Dropped, TimeSpan.FromSeconds(1), clock, watches: false);
        model.Write("dropped/clicks/a.json", "{");
        Assert.Empty(drops.TakeComplete());
        clock.Now += TimeSpan.FromSeconds(2);
        model.Write("dropped/clicks/a.json", "{}");
        Assert.Empty(drops.TakeComplete());
        Assert.True(drops.IsUnsettled);
        clock.Now += TimeSpan.FromSeconds(2);
        Assert.Equal(["clicks/a.json"], drops.TakeComplete());
        Assert.Empty(drops.TakeComplete());
        Assert.False(drops.IsUnsettled);
    }

    public void Dispose() => model.Dispose();

    private int Listen() => model.Pipeline("listen", model.Folder, "--folder", Dropped, "--once");

    private static async Task Until(Func<bool> isSo)
    {
        for (var tries = 0; tries < 400 && !isSo(); tries++) await Task.Delay(50);
        Assert.True(isSo());
    }

    private sealed class StoppedClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2024, 1, 15, 6, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
