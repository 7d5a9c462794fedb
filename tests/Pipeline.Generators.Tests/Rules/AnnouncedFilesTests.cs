namespace Pipeline.Generators.Tests.Rules;

/// <summary>Who is told of new files of which place in a bucket.</summary>
public sealed class AnnouncedFilesTests
{
    [Theory]
    [InlineData("", "(SnsTopic = \"${a}\")", "(SnsTopic = \"${b}\")", true)]
    [InlineData("clicks/", "(SnsTopic = \"${a}\")", "", true)]
    [InlineData("clicks/", "(SnsTopic = \"${a}\")", "(SnsTopic = \"${a}\")", false)]
    [InlineData("clicks/", "", "", false)]
    public void Places_within_each_other_have_one_topic(string path, string first, string second, bool isTold)
    {
        var model = CompiledModel.Of($$"""
            #pragma warning disable CS8618
            [Schema] public sealed class Shop;
            [StorageIntegration(RoleArn = "arn:aws:iam::1:role/landing", AllowedLocations = ["s3://retail/"])] public sealed class Lake;
            [JsonFormat<Shop>] public sealed class Json;
            [Stage<Shop>("s3://retail/events/"), Through<Lake>, Format<Json>] public sealed class Events;
            [Stage<Shop>("s3://retail/others/"), Through<Lake>, Format<Json>] public sealed class Others;
            [Table<Shop>, CopyFrom<Events>(OnError = OnError.SkipFile)] public sealed class RawEvents { public Variant Event { get; init; } }
            [Table<Shop>, CopyFrom<Events>(Path = "{{path}}", OnError = OnError.SkipFile)] public sealed class RawClicks { public Variant Event { get; init; } }
            [Table<Shop>, CopyFrom<Others>(OnError = OnError.SkipFile)] public sealed class RawOthers { public Variant Event { get; init; } }
            [Pipe<RawEvents>{{first}}] public sealed class EventPipe;
            [Pipe<RawClicks>{{second}}] public sealed class ClickPipe;
            [Pipe<RawOthers>(SnsTopic = "${c}")] public sealed class OtherPipe;
            """);
        Assert.Equal(isTold ? 1 : 0, model.Findings().Count(f => f.StartsWith("PL0838 ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("clicks/", "SnsTopic = \"${a}\"", true)]
    [InlineData("clicks/2024/", "AutoRefresh = true", true)]
    [InlineData("clicks/", "SnsTopic = \"${b}\"", false)]
    [InlineData("views/", "SnsTopic = \"${a}\"", false)]
    public void External_table_that_is_told_of_files_has_the_topic_of_a_pipe_on_the_same_folder(string path, string told, bool isTold)
    {
        var model = CompiledModel.Of($$"""
            #pragma warning disable CS8618
            [Schema] public sealed class Shop;
            [StorageIntegration(RoleArn = "arn:aws:iam::1:role/landing", AllowedLocations = ["s3://retail/"])] public sealed class Lake;
            [JsonFormat<Shop>] public sealed class Json;
            [Stage<Shop>("s3://retail/"), Through<Lake>, Format<Json>] public sealed class All;
            [Stage<Shop>("s3://retail/clicks/"), Through<Lake>, Format<Json>] public sealed class Clicks;
            [Table<Shop>, CopyFrom<Clicks>(OnError = OnError.SkipFile)] public sealed class RawClicks { public Variant Event { get; init; } }
            [Pipe<RawClicks>(SnsTopic = "${b}")] public sealed class ClickPipe;
            [ExternalTable<Shop, All>(Path = "{{path}}", {{(told.StartsWith("SnsTopic", StringComparison.Ordinal) ? "AutoRefresh = true, " : "")}}{{told}})] public sealed class Seen { public string? Id { get; init; } }
            """);
        Assert.Equal(isTold ? 1 : 0, model.Findings().Count(f => f.StartsWith("PL0838 ", StringComparison.Ordinal)));
    }
}
