using Pipeline.Catalog;
using Pipeline.Sql.Snowflake;

namespace Pipeline.Sql.Tests;

public sealed class AlertSqlTests
{
    private static readonly AlertObject Alert = new(new("M", "TOO_MANY"), "Shop.TooMany", new(null, "WH"), new SelectQuery(
    [
        new("SUBJECT", Make.Column("problems", "SUBJECT", SqlType.Text)),
        new("MESSAGE", Make.Column("problems", "MESSAGE", SqlType.Text)),
    ])
    {
        From = new ObjectSource("problems", new("M", "PROBLEMS")),
    })
    {
        EveryMinutes = 15, RepeatMinutes = 60, Severity = Severity.Critical, Comment = "It's too much.",
        Channels = [new(null, "MAIL"), new(null, "TEAM"), new(null, "SMS")],
    };

    private static CompiledCatalog Shop(AlertObject alert, params CatalogObject[] more) => Catalogs.Of([
        new SchemaObject(new(null, "M"), "Shop.M"), new RunLedgerObject(new("M", "LEDGER"), "Shop.Ledger", "M"), new WarehouseObject(new(null, "WH"), "Shop.Wh"),
        new TableObject(new("M", "PROBLEMS"), "Shop.Problems", [Catalogs.Text("SUBJECT"), Catalogs.Text("MESSAGE")]),
        new EmailChannelObject(new(null, "MAIL"), "Shop.Mail", ["o'hara@shop.example", "ops@shop.example"]),
        new WebhookChannelObject(new(null, "TEAM"), "Shop.Team", Webhook.Slack, "m.team_key"),
        new WebhookChannelObject(new(null, "ON_CALL"), "Shop.OnCall", Webhook.PagerDuty, "SECRETS.M.ON_CALL_KEY"),
        new WebhookChannelObject(new(null, "ROOM"), "Shop.Room", Webhook.Teams, "M.ROOM_KEY") { Url = "https://shop.example/workflows/SNOWFLAKE_WEBHOOK_SECRET" },
        new SnsTopicObject(new(null, "SMS"), "Shop.Sms", "arn:aws:sns:eu-central-1:1:sms", "arn:aws:iam::1:role/sns"),
        alert, .. more,
    ]);

    [Fact]
    public void Alert_asks_for_what_was_not_told_within_its_repeat_time() => Shop(Alert).Sql("M.TOO_MANY").ShouldBe("""
        -- Altered, it stays running or suspended as it was; new, it is suspended until it is resumed.
        CREATE OR ALTER ALERT M.TOO_MANY
            WAREHOUSE = WH
            SCHEDULE = '15 MINUTE'
            COMMENT = 'It''s too much.'
            IF (EXISTS (
                SELECT
                    alarms.SUBJECT,
                    alarms.MESSAGE
                FROM (
                    SELECT
                        problems.SUBJECT,
                        problems.MESSAGE
                    FROM M.PROBLEMS
                ) AS alarms
                WHERE NOT EXISTS (
                    SELECT 1 AS TOLD
                    FROM M.ALERT_LOG AS told
                    WHERE told.ALERT_NAME = 'M.TOO_MANY'
                        AND told.SUBJECT = alarms.SUBJECT
                        AND told.SENT_AT > DATEADD('MINUTE', -60, SYSDATE())
                )
            ))
            THEN
                CALL M.SP_SEND_TOO_MANY();
        """);

    [Fact]
    public void Alert_by_a_clock_that_repeats_itself_asks_for_all()
    {
        var sql = Shop(Alert with { EveryMinutes = 0, Cron = "0 6 * * MON-FRI UTC", RepeatMinutes = 0 }).Sql("M.TOO_MANY");
        Assert.Contains("SCHEDULE = 'USING CRON 0 6 * * MON-FRI UTC'", sql);
        Assert.DoesNotContain("ALERT_LOG", sql);
    }

    [Fact]
    public void Each_channel_is_told_in_its_own_way_and_what_is_not_sent_is_not_kept()
    {
        var sql = Text(Shop(Alert), "M/procedures/SP_SEND_TOO_MANY.sql");
        Assert.Contains("title     VARCHAR DEFAULT '[CRITICAL] TOO_MANY: It''s too much.';", sql);
        Assert.Contains("EMAIL_INTEGRATION_CONFIG('MAIL', :title, ARRAY_CONSTRUCT('o''hara@shop.example', 'ops@shop.example'))", sql);
        Assert.Contains("TEXT_PLAIN(SNOWFLAKE.NOTIFICATION.SANITIZE_WEBHOOK_CONTENT(:escaped)),\n        SNOWFLAKE.NOTIFICATION.INTEGRATION('TEAM')", sql);
        Assert.Contains(@"TEXT_PLAIN(:title || '\n' || :message)," + "\n        SNOWFLAKE.NOTIFICATION.INTEGRATION('SMS')", sql);
        Assert.DoesNotContain("ON_CALL", sql);

        // Kept first, then told, and undone where that fails.
        Assert.Equal(["BEGIN TRANSACTION", "INSERT INTO", "SYSTEM$SEND", "COMMIT;\n    RETURN message", "ROLLBACK", "RAISE"],
            new[] { "BEGIN TRANSACTION", "INSERT INTO", "SYSTEM$SEND", "COMMIT;\n    RETURN message", "ROLLBACK", "RAISE" }.OrderBy(w => sql.IndexOf(w, StringComparison.Ordinal)));
    }

    [Fact]
    public void Webhook_knows_its_secret_by_name_alone()
    {
        Shop(Alert).Sql("TEAM").ShouldBe("""
            -- The secret is made by a person, once: its value is in no file.
            CREATE NOTIFICATION INTEGRATION IF NOT EXISTS TEAM
                TYPE = WEBHOOK
                ENABLED = TRUE
                WEBHOOK_URL = 'https://hooks.slack.com/services/SNOWFLAKE_WEBHOOK_SECRET'
                WEBHOOK_SECRET = M.TEAM_KEY
                WEBHOOK_BODY_TEMPLATE = '{"text":"SNOWFLAKE_WEBHOOK_MESSAGE"}'
                WEBHOOK_HEADERS = ('Content-Type' = 'application/json');

            ALTER NOTIFICATION INTEGRATION TEAM SET
                WEBHOOK_URL = 'https://hooks.slack.com/services/SNOWFLAKE_WEBHOOK_SECRET'
                WEBHOOK_SECRET = M.TEAM_KEY
                WEBHOOK_BODY_TEMPLATE = '{"text":"SNOWFLAKE_WEBHOOK_MESSAGE"}';
            """);
        Assert.Contains("WEBHOOK_SECRET = SECRETS.M.ON_CALL_KEY\n", Shop(Alert).Sql("ON_CALL"));
        Assert.Contains("WEBHOOK_URL = 'https://shop.example/workflows/SNOWFLAKE_WEBHOOK_SECRET'", Shop(Alert).Sql("ROOM"));
    }

    [Fact]
    public void Body_of_each_service_is_JSON_around_the_message() => Assert.All(Enum.GetValues<Webhook>(), service =>
    {
        using var body = System.Text.Json.JsonDocument.Parse(WebhookBody.Of(service));
        Assert.Contains(WebhookBody.Message, WebhookBody.Of(service));
    });

    [Fact]
    public void Channels_and_alerts_come_last_and_alerts_are_resumed_where_schedules_run()
    {
        var deploy = Text(Shop(Alert), "deploy.sql");
        Assert.True(deploy.IndexOf("CREATE NOTIFICATION INTEGRATION IF NOT EXISTS TEAM", StringComparison.Ordinal) > deploy.IndexOf("PROCEDURE M.SP_SEND_TOO_MANY", StringComparison.Ordinal));
        Assert.EndsWith("-- Alerts are created suspended.\nALTER ALERT M.TOO_MANY RESUME;\n", deploy);
        Assert.EndsWith("ALTER ALERT M.TOO_MANY SUSPEND;\n", Text(Shop(Alert with { Suspended = true }), "deploy.sql"));

        var catalog = Shop(Alert);
        Assert.DoesNotContain("\nALTER ALERT", ArtifactFiles.Render(catalog, catalog, schedules: Schedules.Suspended).Single(f => f.Path == "deploy.sql").Text);
    }

    // They are deployed after all grants, which would not find them.
    [Fact]
    public void Grant_on_a_channel_or_an_alert_stands_with_it()
    {
        var catalog = Shop(
            Alert with { Grants = [new(new(null, "OPERATOR"), Access.Operate)] }, new RoleObject(new(null, "OPERATOR"), "Shop.Operator"),
            new EmailChannelObject(new(null, "OTHER"), "Shop.Other", ["a@shop.example"]) { Grants = [new(new(null, "OPERATOR"), Access.Use)] });
        Assert.EndsWith("CALL M.SP_SEND_TOO_MANY();\n\nGRANT USAGE ON SCHEMA M TO ROLE OPERATOR;\nGRANT MONITOR, OPERATE ON ALERT M.TOO_MANY TO ROLE OPERATOR;\n", Text(catalog, "M/alerts/TOO_MANY.sql"));
        Assert.EndsWith("GRANT USAGE ON INTEGRATION OTHER TO ROLE OPERATOR;\n", Text(catalog, "account/integrations/OTHER.sql"));
        Assert.DoesNotContain("OTHER", Text(catalog, "account/grants.sql"));
    }

    [Fact]
    public void Scripts_stop_the_root_first_and_start_it_last()
    {
        var catalog = Shop(
            Alert, Task("ROOT") with { EveryMinutes = 60 }, Task("FIRST") with { After = [new("M", "ROOT")] }, Task("SECOND") with { After = [new("M", "FIRST")] },
            Task("ASIDE") with { After = [new("M", "ROOT")], Suspended = true }, Task("LAST") with { IsFinalizer = true });

        Assert.Equal(["ALTER ALERT IF EXISTS M.TOO_MANY SUSPEND;", "ALTER TASK IF EXISTS M.ROOT SUSPEND;"], Statements(catalog, "suspend.sql"));
        var resume = Statements(catalog, "resume.sql");
        Assert.Equal("ALTER TASK M.ROOT SUSPEND;", resume[0]);
        Assert.Equal(["ALTER TASK M.ROOT RESUME;", "ALTER ALERT M.TOO_MANY RESUME;"], resume[^2..]);
        Assert.Equal(["ALTER TASK M.ASIDE SUSPEND;", "ALTER TASK M.FIRST RESUME;", "ALTER TASK M.LAST RESUME;", "ALTER TASK M.SECOND RESUME;"], resume[1..^2].Order(StringComparer.Ordinal));
        Assert.True(Array.IndexOf(resume, "ALTER TASK M.SECOND RESUME;") < Array.IndexOf(resume, "ALTER TASK M.FIRST RESUME;"));
    }

    [Fact]
    public void Task_that_runs_an_alert_and_the_ledger_calls_their_procedures()
    {
        var sql = Shop(Alert, Task("ROOT") with { EveryMinutes = 60 }, Task("LAST") with { IsFinalizer = true, Runs = [new("M", "LEDGER"), new("M", "TOO_MANY")] }).Sql("M.LAST");
        Assert.Contains("FINALIZE = M.ROOT", sql);
        Assert.Contains("    CALL M.SP_RECORD_RUN(:run_id, :scheduled_at);\n    CALL M.SP_SEND_TOO_MANY();\nEND;", sql);
    }

    [Fact]
    public void Recorder_asks_for_each_pipe_and_each_clustered_table()
    {
        var sql = Text(Shop(
            Alert, new TableObject(new("M", "SORTED"), "Shop.Sorted", [Catalogs.Text("ID")]) { ClusterBy = ["ID"] }, Task("ROOT") with { EveryMinutes = 60 },
            Task("LAST") with { IsFinalizer = true, Runs = [new("M", "LEDGER")] }), "M/procedures/SP_RECORD_RUN.sql");
        Assert.Contains("SYSTEM$CLUSTERING_INFORMATION('M.SORTED')", sql);
        Assert.DoesNotContain("CLUSTERING_INFORMATION('M.PROBLEMS')", sql);
        Assert.DoesNotContain("SYSTEM$PIPE_STATUS", sql);
        Assert.Equal(2, sql.Split("RESULT_SCAN(LAST_QUERY_ID())").Length - 1);
    }

    private static TaskObject Task(string name) => new(new("M", name), "Shop." + name, new("M", "ROOT"), new(null, "WH"));

    private static string[] Statements(CompiledCatalog catalog, string file) => [.. Text(catalog, file).Split('\n').Where(l => l.StartsWith("ALTER", StringComparison.Ordinal))];

    private static string Text(CompiledCatalog catalog, string path) => ArtifactFiles.Render(catalog, catalog).Single(f => f.Path == path).Text;
}
