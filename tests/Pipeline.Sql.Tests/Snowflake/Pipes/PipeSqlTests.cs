using Pipeline.Catalog;

namespace Pipeline.Sql.Tests;

public sealed class PipeSqlTests
{
    private static CompiledCatalog Clicks(string? topic = "arn:aws:sns:eu-central-1:1:clicks") => Catalogs.Of(
        new JsonFormatObject(new("LANDING", "JSON"), "Retail.Json"),
        new StageObject(new("LANDING", "CLICKS"), "Retail.ClicksStage", "s3://retail/clicks/") { Format = new("LANDING", "JSON") },
        new TableObject(new("LANDING", "RAW_CLICKS"), "Retail.RawClicks", [new("EVENT", "Event", SqlType.Variant, Nullable: false)])
        {
            Copies = [new(new("LANDING", "CLICKS")) { OnError = OnError.SkipFile }],
        },
        new SnsTopicObject(new(null, "PIPE_ERRORS"), "Retail.PipeErrors", "arn:aws:sns:eu-central-1:1:errors", "arn:aws:iam::1:role/sns"),
        new PipeObject(new("LANDING", "CLICKS_PIPE"), "Retail.ClicksPipe", new("LANDING", "RAW_CLICKS"))
        {
            Comment = "It's live.", SnsTopic = topic, ErrorsTo = new(null, "PIPE_ERRORS"),
        });

    [Fact]
    public void Pipe_is_created_once_around_the_copy_of_its_table()
    {
        var sql = Clicks().Sql("LANDING.CLICKS_PIPE");
        var fingerprint = Fingerprint(sql);
        sql.ShouldBe($"""
            -- Never replaced: a new pipe has forgotten which files it loaded.
            CREATE PIPE IF NOT EXISTS LANDING.CLICKS_PIPE
                AUTO_INGEST = TRUE
                ERROR_INTEGRATION = PIPE_ERRORS
                AWS_SNS_TOPIC = 'arn:aws:sns:eu-central-1:1:clicks'
                COMMENT = 'It''s live. [definition {fingerprint}]'
            AS
            COPY INTO LANDING.RAW_CLICKS (
                EVENT
            )
            FROM (
                SELECT
                    file.$1 AS EVENT
                FROM @LANDING.CLICKS AS file
            )
            FILE_FORMAT = (FORMAT_NAME = 'LANDING.JSON')
            ON_ERROR = SKIP_FILE;
            """);
    }

    // GRANT .. ON ALL PIPES is refused.
    [Fact]
    public void Operators_of_its_schema_are_granted_each_pipe_by_its_name()
    {
        var catalog = Catalogs.Of(
        [
            .. Clicks().Objects, new RoleObject(new(null, "OPERATOR"), "Retail.Operator"),
            new SchemaObject(new(null, "LANDING"), "Retail.Landing") { Grants = [new(new(null, "OPERATOR"), Access.Operate)] },
        ]);
        var grants = ArtifactFiles.Render(catalog, catalog).Single(f => f.Path == "LANDING/grants.sql").Text;
        Assert.Contains("""
            GRANT MONITOR, OPERATE ON PIPE LANDING.CLICKS_PIPE TO ROLE OPERATOR;
            GRANT MONITOR, OPERATE ON FUTURE PIPES IN SCHEMA LANDING TO ROLE OPERATOR;
            """, grants, StringComparison.Ordinal);
        Assert.DoesNotContain("ALL PIPES", grants, StringComparison.Ordinal);
    }

    [Fact]
    public void Fingerprint_is_of_what_cannot_be_altered() =>
        Assert.NotEqual(Fingerprint(Clicks().Sql("LANDING.CLICKS_PIPE")), Fingerprint(Clicks("arn:aws:sns:eu-central-1:1:other").Sql("LANDING.CLICKS_PIPE")));

    [Fact]
    public void Deployment_stops_where_a_live_pipe_does_something_else()
    {
        var deploy = ArtifactFiles.Render(Clicks(), Clicks()).Single(f => f.Path == "deploy.sql").Text;
        Assert.Contains($"('LANDING', 'CLICKS_PIPE', '[definition {Fingerprint(Clicks().Sql("LANDING.CLICKS_PIPE"))}]')", deploy, StringComparison.Ordinal);
        Assert.Contains("WHERE NOT COALESCE(ENDSWITH(live.COMMENT, expected.DEFINITION), FALSE);", deploy, StringComparison.Ordinal);
        // The pipe begins to load when it is created; its table and its streams are there by then.
        Assert.True(deploy.IndexOf("CREATE PIPE", StringComparison.Ordinal) > deploy.IndexOf("CREATE TABLE IF NOT EXISTS LANDING.RAW_CLICKS", StringComparison.Ordinal));
    }

    [Fact]
    public void Table_of_a_pipe_has_no_procedure_that_copies() =>
        Assert.DoesNotContain(ArtifactFiles.Render(Clicks(), Clicks()), f => f.Text.Contains("SP_COPY_RAW_CLICKS", StringComparison.Ordinal));

    [Fact]
    public void Topic_is_an_integration_that_is_never_replaced() => Clicks().Sql("PIPE_ERRORS").ShouldBe("""
        CREATE NOTIFICATION INTEGRATION IF NOT EXISTS PIPE_ERRORS
            ENABLED = TRUE
            DIRECTION = OUTBOUND
            TYPE = QUEUE
            NOTIFICATION_PROVIDER = AWS_SNS
            AWS_SNS_TOPIC_ARN = 'arn:aws:sns:eu-central-1:1:errors'
            AWS_SNS_ROLE_ARN = 'arn:aws:iam::1:role/sns';
        """);

    private static string Fingerprint(string sql) => sql[(sql.IndexOf("[definition ", StringComparison.Ordinal) + "[definition ".Length)..][..12];
}
