using System.Text.Json;
using Pipeline.Catalog;

namespace Pipeline.Sql.Tests.Aws;

/// <summary>The template, read back by a reader of JSON.</summary>
public sealed class AwsTemplateTests
{
    private const string Topic = "arn:aws:sns:eu-central-1:111111111111:clicks";
    private const string Errors = "arn:aws:sns:eu-central-1:111111111111:errors";

    private static readonly StageObject Stage = new(new("LANDING", "CLICKS"), "Retail.Clicks", "s3://retail/clicks/")
    {
        Format = new("LANDING", "JSON"), Integration = new(null, "RETAIL_S3"),
    };

    private static readonly StageObject Suppliers = Stage with { Name = new("LANDING", "SUPPLIERS"), ClassName = "Retail.Suppliers", Url = "s3://retail/suppliers/" };

    [Fact]
    public void Bucket_announces_the_files_of_the_stage_on_the_topic_of_the_pipe()
    {
        var template = Template(Of(Stage));
        var bucket = template.GetProperty("Bucket");
        Assert.Equal("Retain", bucket.GetProperty("DeletionPolicy").GetString());
        Assert.Equal("ClicksPipeTopicPolicy", bucket.GetProperty("DependsOn").GetString());
        Assert.Equal("retail", Property(template, "Bucket", "BucketName").GetString());
        var announcement = Assert.Single(Property(template, "Bucket", "NotificationConfiguration").GetProperty("TopicConfigurations").EnumerateArray());
        Assert.Equal("ClicksPipeTopic", announcement.GetProperty("Topic").GetProperty("Ref").GetString());
        Assert.Equal("clicks/", announcement.GetProperty("Filter").GetProperty("S3Key").GetProperty("Rules")[0].GetProperty("Value").GetString());
        Assert.Equal(Topic.Split(':')[^1], Property(template, "ClicksPipeTopic", "TopicName").GetString());

        var publish = Property(template, "ClicksPipeTopicPolicy", "PolicyDocument").GetProperty("Statement")[0];
        Assert.Equal("s3.amazonaws.com", publish.GetProperty("Principal").GetProperty("Service").GetString());
        Assert.Equal("arn:aws:s3:::retail", publish.GetProperty("Condition").GetProperty("ArnLike").GetProperty("aws:SourceArn")[0].GetString());
    }

    [Fact]
    public void Firehose_writes_files_that_the_pipe_reads()
    {
        var template = Template(Of(Stage));
        Assert.Equal("web-clicks", Property(template, "ClicksPipeEvents", "Name").GetString());
        var source = Property(template, "ClicksPipeDelivery", "KinesisStreamSourceConfiguration");
        Assert.Equal("ClicksPipeEvents", source.GetProperty("KinesisStreamARN").GetProperty("Fn::GetAtt")[0].GetString());
        var target = Property(template, "ClicksPipeDelivery", "ExtendedS3DestinationConfiguration");
        Assert.Equal(("clicks/", "GZIP", ".json.gz"), (target.GetProperty("Prefix").GetString(), target.GetProperty("CompressionFormat").GetString(), target.GetProperty("FileExtension").GetString()));
        Assert.StartsWith("firehose-errors/", target.GetProperty("ErrorOutputPrefix").GetString(), StringComparison.Ordinal);
        Assert.Equal("Bucket", target.GetProperty("BucketARN").GetProperty("Fn::GetAtt")[0].GetString());
    }

    [Fact]
    public void Roles_have_the_names_of_the_integrations_and_trust_by_the_external_id()
    {
        var root = Root(Of(Stage));
        var template = root.GetProperty("Resources");
        Assert.Equal("snowflake-retail", Property(template, "RetailS3Role", "RoleName").GetString());
        var trust = Property(template, "RetailS3Role", "AssumeRolePolicyDocument").GetProperty("Statement")[0];
        Assert.Equal("RetailS3ExternalId", trust.GetProperty("Condition").GetProperty("StringEquals").GetProperty("sts:ExternalId").GetProperty("Ref").GetString());
        Assert.Equal("RETAIL", root.GetProperty("Parameters").GetProperty("RetailS3ExternalId").GetProperty("Default").GetString());
        var read = Property(template, "RetailS3Role", "Policies")[0].GetProperty("PolicyDocument").GetProperty("Statement")[0];
        Assert.Equal("arn:aws:s3:::retail/*", read.GetProperty("Resource")[0].GetString());
        Assert.Equal("snowflake-sns", Property(template, "PipeErrorsRole", "RoleName").GetString());
        Assert.Equal("errors", Property(template, "PipeErrorsTopic", "TopicName").GetString());
    }

    [Fact]
    public void Every_reference_finds_its_resource_or_parameter()
    {
        var root = Root(Of(Stage));
        var known = root.GetProperty("Resources").EnumerateObject().Concat(root.GetProperty("Parameters").EnumerateObject()).Select(p => p.Name).ToHashSet();
        var conditions = root.GetProperty("Conditions").EnumerateObject().Select(p => p.Name).ToHashSet();
        var names = Named(root, "Ref").Select(r => r.GetString()!).Where(r => !r.StartsWith("AWS::", StringComparison.Ordinal))
            .Concat(Named(root, "Fn::GetAtt").Select(g => g[0].GetString()!)).ToList();
        Assert.True(names.Count > 10);
        Assert.All(names, n => Assert.Contains(n, known));
        Assert.All(Named(root, "Fn::If"), i => Assert.Contains(i[0].GetString()!, conditions));
    }

    [Fact]
    public void Texts_stay_texts()
    {
        const string Prefix = "a\"b\\c\u2028/";
        var template = Template(Of(Stage with { Url = "s3://retail/" + Prefix }));
        Assert.Equal(Prefix, Property(template, "ClicksPipeDelivery", "ExtendedS3DestinationConfiguration").GetProperty("Prefix").GetString());
    }

    [Fact]
    public void Topic_of_an_external_table_tells_of_files_that_come_and_go()
    {
        const string Prices = "arn:aws:sns:eu-central-1:111111111111:prices";
        var table = new ExternalTableObject(new("LANDING", "PRICES"), "Retail.Prices", [Catalogs.Text("SKU")], Suppliers.Name) { Path = "prices/", AutoRefresh = true, SnsTopic = Prices };
        var template = Template(CatalogCompletion.Complete(new([.. Of(Stage).Objects, Suppliers, table])));
        Assert.Equal("prices", Property(template, "PricesTopic", "TopicName").GetString());
        Assert.Equal("PricesSubscriberArn", Property(template, "PricesTopicPolicy", "PolicyDocument").GetProperty("Statement")[1].GetProperty("Fn::If")[1].GetProperty("Principal").GetProperty("AWS").GetProperty("Ref").GetString());
        Assert.Equal(
            ["s3:ObjectCreated:* ClicksPipeTopic clicks/", "s3:ObjectCreated:* PricesTopic suppliers/prices/", "s3:ObjectRemoved:* PricesTopic suppliers/prices/"],
            Property(template, "Bucket", "NotificationConfiguration").GetProperty("TopicConfigurations").EnumerateArray().Select(a =>
                $"{a.GetProperty("Event").GetString()} {a.GetProperty("Topic").GetProperty("Ref").GetString()} {a.GetProperty("Filter").GetProperty("S3Key").GetProperty("Rules")[0].GetProperty("Value").GetString()}"));
        Assert.Equal(["ClicksPipeTopicPolicy", "PricesTopicPolicy"], template.GetProperty("Bucket").GetProperty("DependsOn").EnumerateArray().Select(d => d.GetString()));
    }

    [Fact]
    public void Bucket_tells_a_topic_once_of_folders_that_lie_in_each_other()
    {
        var table = new ExternalTableObject(new("LANDING", "PRICES"), "Retail.Prices", [Catalogs.Text("SKU")], Stage.Name) { Path = "prices/", AutoRefresh = true, SnsTopic = Topic };
        var template = Template(CatalogCompletion.Complete(new([.. Of(Stage).Objects, table])));
        Assert.Equal(["s3:ObjectCreated:* clicks/", "s3:ObjectRemoved:* clicks/prices/"], Announcements(template));
    }

    [Fact]
    public void Topic_without_a_name_is_no_template()
    {
        var catalog = Of(Stage);
        var nameless = new CompiledCatalog([.. catalog.Objects.Select(o => o is PipeObject pipe ? pipe with { SnsTopic = "arn:aws:sns:eu-central-1:111111111111:" } : o)]);
        var error = Assert.Throws<UnspellableException>(() => ArtifactFiles.Render(nameless, nameless));
        Assert.Equal("'arn:aws:sns:eu-central-1:111111111111:', the topic of ClicksPipe, ends before the topic's name: write arn:aws:sns:REGION:ACCOUNT:NAME.", error.Message);
    }

    private static IEnumerable<string> Announcements(JsonElement template) =>
        Property(template, "Bucket", "NotificationConfiguration").GetProperty("TopicConfigurations").EnumerateArray()
            .Select(a => $"{a.GetProperty("Event").GetString()} {a.GetProperty("Filter").GetProperty("S3Key").GetProperty("Rules")[0].GetProperty("Value").GetString()}");

    [Fact]
    public void External_table_alone_has_a_template_where_a_topic_refreshes_it()
    {
        var table = new ExternalTableObject(new("LANDING", "PRICES"), "Retail.Prices", [Catalogs.Text("SKU")], Stage.Name) { AutoRefresh = true, SnsTopic = Topic };
        var refreshed = new CompiledCatalog([.. Of(Stage).Objects.Where(o => o is not PipeObject), table]);
        Assert.Equal("clicks", Property(Template(refreshed), "PricesTopic", "TopicName").GetString());
        var byTask = new CompiledCatalog([.. refreshed.Objects.Where(o => o is not ExternalTableObject), table with { AutoRefresh = false, SnsTopic = null }]);
        Assert.DoesNotContain(ArtifactFiles.Render(byTask, byTask), f => f.Path.StartsWith("aws", StringComparison.Ordinal));
    }

    [Fact]
    public void Model_without_a_pipe_over_S3_has_no_template() =>
        Assert.DoesNotContain(ArtifactFiles.Render(Of(Stage with { Url = "data/clicks/" }), Of(Stage with { Url = "data/clicks/" })), f => f.Path.StartsWith("aws", StringComparison.Ordinal));

    private static CompiledCatalog Of(StageObject stage) => Catalogs.Of(
        new SchemaObject(new(null, "LANDING"), "Retail.Landing"),
        new StorageIntegrationObject(new(null, "RETAIL_S3"), "Retail.RetailS3", "arn:aws:iam::111111111111:role/snowflake-retail", ["s3://retail/"]) { ExternalId = "RETAIL" },
        new JsonFormatObject(new("LANDING", "JSON"), "Retail.Json") { Compression = "GZIP" },
        stage,
        new TableObject(new("LANDING", "RAW_CLICKS"), "Retail.RawClicks", [new("EVENT", "Event", SqlType.Variant, Nullable: false)])
        {
            Copies = [new(stage.Name) { OnError = OnError.SkipFile }],
        },
        new SnsTopicObject(new(null, "PIPE_ERRORS"), "Retail.PipeErrors", Errors, "arn:aws:iam::111111111111:role/snowflake-sns"),
        new PipeObject(new("LANDING", "CLICKS_PIPE"), "Retail.ClicksPipe", new("LANDING", "RAW_CLICKS")) { SnsTopic = Topic, KinesisStream = "web-clicks", ErrorsTo = new(null, "PIPE_ERRORS") });

    private static JsonElement Template(CompiledCatalog catalog) => Root(catalog).GetProperty("Resources");

    private static JsonElement Root(CompiledCatalog catalog) => JsonDocument.Parse(ArtifactFiles.Render(catalog, catalog).Single(f => f.Path == "aws/template.json").Text).RootElement;

    private static JsonElement Property(JsonElement template, string resource, string property) => template.GetProperty(resource).GetProperty("Properties").GetProperty(property);

    private static IEnumerable<JsonElement> Named(JsonElement element, string name) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => (p.Name == name ? new[] { p.Value } : []).Concat(Named(p.Value, name))),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(e => Named(e, name)),
        _ => [],
    };
}
