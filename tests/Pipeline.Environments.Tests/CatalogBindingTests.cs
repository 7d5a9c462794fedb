using System.Text.RegularExpressions;
using Pipeline.Catalog;

namespace Pipeline.Environments.Tests;

public sealed class CatalogBindingTests
{
    private static readonly StageObject Stage = new(new("LANDING", "SALES_STAGE"), "Retail.SalesStage", "${s3.root}/sales/");

    private static readonly WarehouseObject Warehouse = new(new(null, "TRANSFORM_WH"), "Retail.TransformWh");

    private static T Bind<T>(T value, string yaml) where T : CatalogObject =>
        (T)CatalogBinding.Bind(new([value]), Files.Environment(yaml)).Objects[0];

    private static string Errors(CatalogObject value, string yaml) => Assert.Throws<EnvironmentException>(() => Bind(value, yaml)).Message;

    [Fact]
    public void Name_in_a_string_takes_its_value() =>
        Assert.Equal("s3://data/sales/", Bind(Stage, "values: { s3.root: 's3://data' }").Url);

    [Fact]
    public void Lists_and_what_lies_inside_are_bound_too()
    {
        var integration = new StorageIntegrationObject(new(null, "S3"), "Retail.S3", "${arn}", ["${root}/", "s3://other/"]) { ExternalId = "${id}" };
        var bound = Bind(integration, "values: { arn: 'arn:x', root: 's3://data', id: X }");
        Assert.Equal(integration with { RoleArn = "arn:x", AllowedLocations = ["s3://data/", "s3://other/"], ExternalId = "X" }, bound);

        var table = new TableObject(new("LANDING", "RAW_SALES"), "Retail.RawSales", []) { Copies = [new(Stage.Name) { Path = "${folder}/" }] };
        Assert.Equal("2024/", Bind(table, "values: { folder: '2024' }").Copies[0].Path);
    }

    [Fact]
    public void List_of_the_file_takes_the_place_of_the_item_that_names_it()
    {
        var integration = new StorageIntegrationObject(new(null, "S3"), "Retail.S3", "arn", ["${roots}", "s3://c/"]);
        Assert.Equal(["s3://a/", "s3://b/", "s3://c/"], Bind(integration, "values: { roots: ['s3://a/', 's3://b/'] }").AllowedLocations);
    }

    [Theory]
    [InlineData("s3://data", "s3://data/", "", null)]
    [InlineData("s3://data", "*", "", null)]
    [InlineData("data", "s3://other/", "", null)]
    [InlineData("s3://data", "s3://other/", "", "allows 's3://other/' alone")]
    [InlineData("s3://data", "s3://data/", "s3://data/sales/", "blocks 's3://data/sales/'")]
    public void Stage_lies_where_its_integration_may_look(string root, string allowed, string blocked, string? problem)
    {
        var integration = new StorageIntegrationObject(new(null, "S3"), "Retail.S3", "arn", [allowed]) { BlockedLocations = blocked.Length == 0 ? [] : [blocked] };
        CompiledCatalog Bound() => CatalogBinding.Bind(new([integration, Stage with { Integration = integration.Name }]), Files.Environment($"values: {{ s3.root: '{root}' }}"));
        if (problem is null)
        {
            Bound();
        }
        else
        {
            Assert.Equal(
                $"pipeline.yml: Retail.SalesStage lies at 's3://data/sales/' in the environment 'default', and Retail.S3 {problem}; move the stage, or change the integration's locations.",
                Assert.Throws<EnvironmentException>(Bound).Message);
        }
    }

    [Fact]
    public void List_inside_a_text_is_refused() => Assert.Equal(
        "pipeline.yml: Retail.SalesStage: 's3.root' is a list, which can't stand inside the text '${s3.root}/sales/'; give it one value.",
        Errors(Stage, "values: { s3.root: ['a', 'b'] }"));

    [Fact]
    public void Unknown_name_is_told_with_its_class_and_what_was_likely_meant() => Assert.Equal(
        "pipeline.yml: Retail.SalesStage uses ${s3.root}, which the environment 'default' doesn't have; add 's3.root' under 'values'. Did you mean 's3.roots'?",
        Errors(Stage, "values: { s3.roots: 's3://data', other: x }"));

    [Fact]
    public void Placeholder_left_open_is_told() => Assert.Equal(
        "pipeline.yml: Retail.SalesStage: '${s3.root/sales' opens a placeholder that it doesn't close; write ${name}.",
        Errors(Stage with { Url = "${s3.root/sales" }, "values: { s3.root: x }"));

    [Fact]
    public void Database_is_named_by_the_environment_and_by_its_class_where_that_says_none()
    {
        var database = new DatabaseObject(new(null, "RETAIL"), "Retail.Database");
        Assert.Equal("RETAIL_DEV_${user}", Bind(database, "environments: { dev: { database: 'RETAIL_DEV_${user}' } }").Name.Name);
        Assert.Equal(database, Bind(database, "environments: { dev: { account: A } }"));
        Assert.Equal("STAGE", Bind(Stage with { Name = new(null, "STAGE"), Url = null }, "environments: { dev: { database: OTHER } }").Name.Name);
        Assert.Contains("Retail.Database keeps 7 days of Time Travel", Errors(database with { RetentionDays = 7 }, "environments: { dev: { edition: standard } }"));
    }

    [Fact]
    public void Clusters_that_the_edition_lacks_are_refused_where_the_edition_is_said()
    {
        Assert.Equal(
            "pipeline.yml: Retail.TransformWh grows to 3 clusters, which takes the Enterprise edition, and the environment 'dev' is standard; override MaxClusters there, or say 'edition: enterprise'.",
            Errors(Warehouse with { MaxClusters = 3 }, "environments: { dev: { edition: standard } }"));
        Assert.Equal(3, Bind(Warehouse with { MaxClusters = 3 }, "environments: { dev: { edition: enterprise } }").MaxClusters);
        Assert.Equal(3, Bind(Warehouse with { MaxClusters = 3 }, "environments: { local: { account: X } }").MaxClusters);
        Assert.Equal(1, Bind(Warehouse with { MaxClusters = 3 }, "environments: { dev: { edition: standard, overrides: { TransformWh: { MaxClusters: 1 } } } }").MaxClusters);
    }

    [Fact]
    public void What_takes_the_Enterprise_edition_is_refused_in_words()
    {
        const string Standard = "environments: { dev: { edition: standard } }";
        var tail = ", which takes the Enterprise edition, and the environment 'dev' is standard; ";
        Assert.Equal(
            $"pipeline.yml: Retail.Curated keeps 90 days of Time Travel{tail}override RetentionDays there, or say 'edition: enterprise'.",
            Errors(new SchemaObject(new(null, "CURATED"), "Retail.Curated") { RetentionDays = 90 }, Standard));
        Assert.Equal($"pipeline.yml: Retail.CostCenter is a tag{tail}say 'edition: enterprise'.", Errors(new TagObject(new("GOV", "COST_CENTER"), "Retail.CostCenter", []), Standard));
        Assert.Equal(
            $"pipeline.yml: Retail.V is a materialized view{tail}say 'edition: enterprise'.",
            Errors(new ViewObject(new("MART", "V"), "Retail.V", [], new SelectQuery([])) { Materialized = true }, Standard));
        var transient = new SchemaObject(new(null, "STAGING"), "Retail.Staging") { Transient = true, RetentionDays = 1 };
        Assert.Equal(transient, Bind(transient, Standard));
    }

    [Fact]
    public void Topic_of_another_cloud_is_refused_where_the_cloud_is_said()
    {
        var topic = new SnsTopicObject(new(null, "PIPE_ERRORS"), "Retail.PipeErrors", "arn:aws:sns:eu-west-1:1:errors", "arn:aws:iam::1:role/errors");
        Assert.Equal(
            "pipeline.yml: Retail.PipeErrors sends to a topic of SNS, which takes an account on AWS, and the environment 'dev' is on azure; take it out of the model, or say 'cloud: aws'.",
            Errors(topic, "environments: { dev: { cloud: azure } }"));
        Assert.Equal(topic, Bind(topic, "environments: { dev: { cloud: aws } }"));
        Assert.Equal(topic, Bind(topic, "environments: { dev: { account: X } }"));
    }

    [Fact]
    public void Comments_and_queries_stay_as_they_are_written()
    {
        var view = new ViewObject(new("MART", "V"), "Retail.V", [], new SelectQuery([new("X", Literal.Text("${data}"))])) { Comment = "Reads ${s3.root}." };
        Assert.Equal(view, Bind(view, ""));
    }

    [Fact]
    public void Environment_sets_properties_by_class_name()
    {
        var bound = Bind(Warehouse, "environments: { prod: { overrides: { TransformWh: { Size: Large, AutoSuspendSeconds: 120 } } } }");
        Assert.Equal(Warehouse with { Size = "LARGE", AutoSuspendSeconds = 120 }, bound);
    }

    [Fact]
    public void Full_name_of_the_class_does_as_well() =>
        Assert.Equal(3, Bind(Warehouse, "environments: { prod: { overrides: { Retail.TransformWh: { MaxClusters: 3 } } } }").MaxClusters);

    [Fact]
    public void Cron_without_a_zone_keeps_the_zone_of_the_model()
    {
        var root = new TaskObject(new("ETL", "ROOT"), "Retail.Root", new("ETL", "ROOT"), Warehouse.Name) { Cron = "0 * * * * Europe/Berlin" };
        Assert.Equal("0 2 * * * Europe/Berlin", Bind(root, "environments: { prod: { overrides: { Root: { Cron: '0 2 * * *' } } } }").Cron);
    }

    [Theory]
    [InlineData("TransfromWh: { Size: Large }", "The model has no class 'TransfromWh' to override; name one that it has. Did you mean 'TransformWh'?")]
    [InlineData("TransformWh: { Sise: Large }", "'Sise' of TransformWh can't be overridden; use AutoSuspendSeconds, MaxClusters, MinClusters, Scaling, Size, StatementTimeoutSeconds. Did you mean 'Size'?")]
    [InlineData("TransformWh: { MaxClusters: many }", "'many' doesn't fit TransformWh.MaxClusters; write a whole number from 0.")]
    [InlineData("TransformWh: { Size: Huge }", "'Huge' doesn't fit TransformWh.Size; write XSMALL, SMALL, MEDIUM, LARGE, XLARGE, XXLARGE, XXXLARGE, X2LARGE, X3LARGE, X4LARGE, X5LARGE, X6LARGE.")]
    public void Override_that_fits_nothing_is_told_with_its_line(string entry, string expected) =>
        Assert.Matches(@"^pipeline\.yml\(4,\d+\): " + Regex.Escape(expected) + "$", Errors(Warehouse, $"environments:\n  prod:\n    overrides:\n      {entry}"));

    [Fact]
    public void All_unknown_names_are_told_at_once() =>
        Assert.Equal(2, Assert.Throws<EnvironmentException>(() => Bind(Stage with { Url = "${a}/${b}/${a}" }, "")).Errors.Count);
}
