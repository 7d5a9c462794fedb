using System.Text;
using Pipeline.Catalog;
using Pipeline.Testing;

namespace Pipeline.Environments.Tests;

public sealed class PipelineYamlTests
{
    private const string Retail = """
        model: retail
        default: dev
        committed: prod

        values:
          s3.root: s3://retail-data-dev
          s3.external_id: RETAIL_DEV
          recipients.data_team: [data-team@retail.example]

        secrets:
          secrets.slack_quality: GOVERNANCE.SLACK_QUALITY

        environments:
          dev:
            account: RETAIL-DEV
            database: RETAIL_DEV_${user}     # one database for each developer
            schedules: suspended
          prod:
            account: RETAIL-PROD
            database: RETAIL
            edition: enterprise
            role: RETAIL_DEPLOYER
            values:
              s3.root: s3://retail-data
            overrides:
              TransformWh: { Size: Large, AutoSuspendSeconds: 120 }
        """;

    [Fact]
    public void Values_of_an_environment_stand_over_those_of_the_file()
    {
        var file = Files.Read(Retail);
        Assert.Equal("s3://retail-data-dev", file.Find("dev").Value("s3.root"));
        Assert.Equal("s3://retail-data", file.Find("prod").Value("s3.root"));
        Assert.Equal("RETAIL_DEV", file.Find("prod").Value("s3.external_id"));
    }

    [Fact]
    public void Without_a_name_the_default_environment_is_meant() => Assert.Equal("dev", Files.Read(Retail).Find(null).Name);

    [Fact]
    public void Committed_files_belong_to_the_environment_that_the_file_names() => Assert.Equal("prod", Files.Read(Retail).FindCommitted().Name);

    [Fact]
    public void Settings_of_an_environment_are_read()
    {
        var prod = Files.Environment(Retail, "prod");
        Assert.Equal(("RETAIL-PROD", "RETAIL", "RETAIL_DEPLOYER"), (prod.Account, prod.Database, prod.Role));
        Assert.Equal((Edition.Enterprise, Schedules.Running), (prod.Edition, prod.Schedules));
        Assert.Equal(Schedules.Suspended, Files.Environment(Retail, "dev").Schedules);
    }

    [Fact]
    public void Each_developer_may_have_a_database() => Assert.Equal("RETAIL_DEV_JANE_DOE", Files.Environment(Retail, "dev").DatabaseOf("jane.doe"));

    [Fact]
    public void Overrides_keep_the_line_on_which_they_stand()
    {
        var size = Files.Environment(Retail, "prod").Overrides[0];
        Assert.Equal(("TransformWh", "Size", "Large", 26), (size.ClassName, size.Property, size.Value, size.Line));
    }

    [Fact]
    public void Lists_and_names_of_secrets_are_values_too()
    {
        var dev = Files.Environment(Retail, "dev");
        Assert.Equal(["data-team@retail.example"], dev.Find("recipients.data_team")!.Texts);
        Assert.Equal("GOVERNANCE.SLACK_QUALITY", dev.Value("secrets.slack_quality"));
    }

    [Fact]
    public void File_without_environments_has_one() => Assert.Equal("s3://data", Files.Environment("values: { s3.root: s3://data }").Value("s3.root"));

    [Fact]
    public void Empty_file_has_one_environment_without_values() => Assert.Empty(Files.Environment("# nothing yet\n").Values);

    [Fact]
    public void Byte_order_mark_of_utf_8_is_no_part_of_the_text() =>
        Assert.Equal("retail", PipelineYaml.Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("model: retail")], "pipeline.yml").Model);

    [Fact]
    public void Numbers_are_read_as_they_are_written() => Assert.Equal("007", Files.Environment("values: { s3.external_id: 007 }").Value("s3.external_id"));

    [Theory]
    [InlineData("model: retail\nmodell: x", "pipeline.yml(2,1): The file has no 'modell'; use model, default, committed, values, secrets, environments. Did you mean 'model'?")]
    [InlineData("values:\n  a: 1\n  a: 2", "pipeline.yml(3,3): 'a' stands here a second time, after line 2; remove one of the two.")]
    [InlineData("values:\n\ta: 1", "pipeline.yml(2,1): A tab indents this line; use spaces.")]
    [InlineData("values: [a]", "pipeline.yml(1,9): 'values' holds names with values under them ('name: value'), not a list; write them so.")]
    [InlineData("values: { a: { b: c } }", "pipeline.yml(1,14): 'a' is a map; write one value.")]
    [InlineData("values:\n  a:", "pipeline.yml(2,5): 'a' has no value; write one.")]
    [InlineData("model: !!str x", "pipeline.yml(1,8): A tag (!name) isn't read; write the value alone.")]
    [InlineData("model: &m x", "pipeline.yml(1,8): An anchor (&name) isn't read; write the value where it is needed.")]
    [InlineData("model: x\n---\nmodel: y", "pipeline.yml(2,1): A second document starts here; keep one, and remove the '---' between them.")]
    [InlineData("values: { 'a b': 1 }", "pipeline.yml(1,18): 'a b' is no name that ${..} could hold; use letters, digits, '.', '_' and '-'.")]
    [InlineData("values: { a: 's3://${b}' }", "pipeline.yml(1,14): 'a' refers to another value; write its value here.")]
    [InlineData("default: prd\nenvironments: { dev: {}, prod: {} }", "pipeline.yml(1,10): There is no environment 'prd'; name one that this file has: dev, prod. Did you mean 'prod'?")]
    [InlineData("environments: { dev: { edition: gold } }", "pipeline.yml(1,33): 'gold' is no edition; use standard or enterprise or business_critical.")]
    [InlineData("environments: { dev: { database: 'R_${usr}' } }", "pipeline.yml(1,34): 'database' holds a placeholder that is not ${user}; write the name out.")]
    [InlineData("environments: { '../dev': {} }", "pipeline.yml(1,15): '../dev' is no name for an environment; use letters, digits, '_' and '-'.")]
    [InlineData("environments: {}", "pipeline.yml(1,15): 'environments' is empty; name one, such as 'dev'.")]
    public void What_is_wrong_is_told_with_its_line_and_the_way_out(string yaml, string expected)
    {
        Assert.Equal(expected, Files.Errors(yaml));
        Assert.Null(MessageForm.LackOfWords(expected));
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once() => Assert.Equal(
        """
        pipeline.yml(1,1): The file has no 'modle'; use model, default, committed, values, secrets, environments. Did you mean 'model'?
        pipeline.yml(3,6): 'a' has no value; write one.
        """,
        Files.Errors("modle: x\nvalues:\n  a: ~"));

    [Theory]
    [InlineData("values: ]", "This isn't YAML: ")]
    [InlineData("a: b: c", "This isn't YAML: ")]
    [InlineData("values: { [a]: 1 }", "A name here is a list or a map; write a plain name.")]
    [InlineData("values: [[[[[[[[[[[[1]]]]]]]]]]]]", "This nests deeper than 8 levels; write the value flat.")]
    public void What_is_no_yaml_is_told_with_its_line(string yaml, string expected)
    {
        var error = Assert.Single(Assert.Throws<EnvironmentException>(() => Files.Read(yaml)).Errors);
        Assert.Contains(expected, error.Message);
        Assert.Equal(1, error.Line);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x6D, 0x00 }, "pipeline.yml(1,1): The file is saved as UTF-16; save it as UTF-8.")]
    [InlineData(new byte[] { 0x6D, 0xC3, 0x28 }, "pipeline.yml(1,1): The file isn't UTF-8; save it as UTF-8.")]
    public void Other_encodings_are_refused(byte[] content, string expected) =>
        Assert.Equal(expected, Assert.Throws<EnvironmentException>(() => PipelineYaml.Read(content, "pipeline.yml")).Message);

    [Fact]
    public void Huge_file_is_refused() => Assert.Contains("larger than 256 KB",
        Assert.Throws<EnvironmentException>(() => PipelineYaml.Read(new byte[300_000], "pipeline.yml")).Message);

    [Theory]
    [InlineData("aws.key: AKIAIOSFODNN7EXAMPLE")]
    [InlineData("hook: https://hooks.slack.com/services/T000/B000/abc")]
    [InlineData("db.password: hunter2")]
    [InlineData("git: ghp_0123456789abcdefghijABCDEFGHIJ012345")]
    [InlineData("url: https://jane:hunter2@files.example/x")]
    [InlineData("key: wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY0")]
    public void Value_that_looks_like_a_secret_is_refused(string value) =>
        Assert.Contains("looks like a secret, and this file is committed", Files.Errors("values:\n  " + value));

    [Theory]
    [InlineData("role: arn:aws:iam::111111111111:role/snowflake-retail-dev")]
    [InlineData("bucket: s3://retail-data-dev/a/very/long/path/to/the/files/of/2024")]
    [InlineData("token_table: GOVERNANCE.TOKENS")]
    public void Plain_setting_is_no_secret(string value) => Assert.Single(Files.Environment("values:\n  " + value).Values);

    [Theory]
    [InlineData("hunter2!")]
    [InlineData("ghp_0123456789abcdefghijABCDEFGHIJ012345")]
    public void Content_of_a_secret_is_no_name_of_one(string content) => Assert.Equal(
        "pipeline.yml(1,19): 'slack' is no name of a secret; write the name of the Snowflake secret, never its content.",
        Files.Errors($"secrets: {{ slack: '{content}' }}"));

    [Fact]
    public void Several_environments_need_a_default_or_a_name()
    {
        var file = Files.Read("environments: { dev: {}, prod: {} }");
        Assert.Equal("pipeline.yml: The file has several environments (dev, prod) and no default; name one, or add 'default: dev'.",
            Assert.Throws<EnvironmentException>(() => file.Find(null)).Message);
        Assert.Equal("pipeline.yml: The file doesn't say for which environment sql/ is committed; add 'committed: dev'.",
            Assert.Throws<EnvironmentException>(() => file.FindCommitted()).Message);
    }
}
