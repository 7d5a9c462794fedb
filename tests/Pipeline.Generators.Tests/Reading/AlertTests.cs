using System.Reflection;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;
using Pipeline.Model;
using Pipeline.Sql.Snowflake;

namespace Pipeline.Generators.Tests.Reading;

/// <summary>Alerts, channels, and the row classes of what the account and the platform keep.</summary>
public sealed class AlertTests
{
    private const string Shop = """
        #pragma warning disable CS8618
        [Schema] public sealed class Shop;
        [Warehouse] public sealed class Wh;
        [RunLedger<Shop>] public sealed class Ledger;
        [EmailChannel("a@shop.example", "${mail}")] public sealed class Mail;
        [WebhookChannel(Webhook.PagerDuty, Secret = "SHOP.KEY")] public sealed class OnCall;
        [Table<Shop>, Freshness(nameof(At), Minutes = 90)] public sealed class Orders { public DateTime At { get; init; } }
        [RootTask<Shop, Wh>(EveryMinutes = 60)] public sealed class Hourly;
        [Finalizer<Hourly>, Runs<Ledger>, Runs<Failed>] public sealed class Record;

        [Alert<Shop, Wh>(EveryMinutes = 15, Severity = Severity.Critical, RepeatMinutes = 240), Notifies<OnCall>, Notifies<Mail>]
        public sealed class Failed
        {
            [Alarms] static Query<Alarm> Tasks(Query<TaskRuns> runs) => from r in runs where r.ScheduledTime > DateTime.UtcNow.AddHours(-1) select new Alarm { Subject = r.TaskName, Message = r.State };
        }

        [View<Shop>]
        public sealed class Slow
        {
            public string QueryId { get; init; }
            [Define] static Query<Slow> Of(Query<QueryHistory> queries) => from q in queries where q.TotalElapsedTime > 60000 && q.StartTime.UtcDateTime > DateTime.UtcNow.AddDays(-1) select new Slow { QueryId = q.QueryId };
        }
        """;

    private static readonly Lazy<CompiledModel> Model = new(() => CompiledModel.Of(Shop));

    [Fact]
    public void Model_is_sound() => Assert.Empty(Model.Value.Findings());

    [Fact]
    public void Alert_has_its_schedule_severity_and_channels_in_order()
    {
        var alert = Model.Value.Object<AlertObject>("SHOP.FAILED");
        Assert.Equal((15, 240, Catalog.Severity.Critical, "WH"), (alert.EveryMinutes, alert.RepeatMinutes, alert.Severity, alert.Warehouse.Name));
        Assert.Equal(["ON_CALL", "MAIL"], alert.Channels.Select(c => c.Name));
    }

    [Fact]
    public void Channels_have_recipients_and_the_name_of_a_secret()
    {
        Assert.Equal(["a@shop.example", "${mail}"], Model.Value.Object<EmailChannelObject>("MAIL").Recipients);
        var channel = Model.Value.Object<WebhookChannelObject>("ON_CALL");
        Assert.Equal((Catalog.Webhook.PagerDuty, "SHOP.KEY", null), (channel.Service, channel.Secret, channel.Url));
    }

    [Fact]
    public void Freshness_names_a_column() => Assert.Equal(new Freshness("AT", 90), Model.Value.Object<TableObject>("SHOP.ORDERS").Freshness);

    [Fact]
    public void Records_lie_beside_the_ledger_once_the_model_is_whole()
    {
        var catalog = CatalogCompletion.Complete(new([.. Model.Value.Objects]));
        Assert.Equal(["SHOP.TASK_RUNS"], SourceCollector.NamesIn(catalog.All<AlertObject>().Single().Query).Select(n => n.ToString()));
        Assert.Equal(catalog, CatalogCompletion.Complete(catalog));
        Assert.Equal(
            ["ACCOUNT_USAGE.QUERY_HISTORY", "SHOP.ALERT_LOG", "SHOP.CLUSTERING_STATES", "SHOP.LOAD_OFFSETS", "SHOP.PIPE_STATES", "SHOP.RESOURCE_MONITOR_STATES", "SHOP.STREAM_STATES", "SHOP.TABLE_FRESHNESS", "SHOP.TASK_RUNS"],
            catalog.Objects.Where(o => o.ClassName.Length == 0 && o.Name.Name is not ("LOAD_RUNS" or "QUALITY_METRICS")).Select(o => o.Name.ToString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void View_of_the_account_lies_in_the_database_of_Snowflake_and_the_clock_is_in_UTC()
    {
        var sql = string.Join(' ', Model.Value.Sql("SHOP.SLOW").Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("FROM SNOWFLAKE.ACCOUNT_USAGE.QUERY_HISTORY AS queries", sql);
        Assert.Contains("CAST(CONVERT_TIMEZONE('UTC', queries.START_TIME) AS TIMESTAMP_NTZ(6)) > DATEADD('DAY', -1, SYSDATE())", sql);
    }

    [Theory]
    [InlineData("from o in orders where o.At > System.DateTime.UtcNow select new Copy { At = o.At }", "changes while a load runs")]
    public void Load_still_takes_no_clock(string query, string message)
    {
        var model = CompiledModel.Of($$"""
            #pragma warning disable CS8618
            [Schema] public sealed class Shop;
            [Table<Shop>] public sealed class Orders { public DateTime At { get; init; } }
            [Stream(Mode = StreamMode.AppendOnly)] public sealed class OrdersStream : Stream<Orders>;
            [Table<Shop>] public sealed class Copy { public DateTime At { get; init; } [Load(LoadMode.Append)] static Query<Copy> Of(OrdersStream orders) => {{query}}; }
            """);
        Assert.Contains(model.Findings(), f => f.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("EveryMinutes = 20000", "it has an interval of 20000 minutes; say 1 to 11520")]
    [InlineData("EveryMinutes = 5, Cron = \"0 * * * * UTC\"", "it has a cron expression and an interval; keep one of them")]
    [InlineData("Cron = \"every day\"", "'every day' is no cron expression")]
    [InlineData("EveryMinutes = 5, RepeatMinutes = -1", "it repeats itself after -1 minutes; say 0 or more")]
    public void Alert_says_what_is_wrong_with_its_numbers(string options, string problem) =>
        Assert.Contains(CompiledModel.Of(Shop.Replace("EveryMinutes = 15, Severity = Severity.Critical, RepeatMinutes = 240", options)).Findings(), f => f.StartsWith($"PL0710 'Failed' can't be sent: {problem}", StringComparison.Ordinal));

    [Fact]
    public void Alert_that_tells_nobody_is_an_error() => Assert.Equal(
        ["PL0710 'Failed' can't be sent: it tells nobody; add [Notifies<..>] with a channel"], CompiledModel.Of(Shop.Replace(", Notifies<OnCall>, Notifies<Mail>", "")).Findings());

    [Theory]
    [InlineData("Webhook.Slack, Secret = \"hunter2\"")]
    [InlineData("Webhook.Slack, Secret = \"hunter2/B00/x\"")]
    [InlineData("Webhook.Slack, Secret = \"https://hooks.slack.com/services/hunter2\"")]
    public void What_may_be_a_secret_is_refused_and_not_repeated(string channel)
    {
        var finding = Assert.Single(CompiledModel.Of(Shop.Replace("Webhook.PagerDuty, Secret = \"SHOP.KEY\"", channel)).Findings());
        Assert.StartsWith("PL0711 'OnCall' can't be reached: Secret isn't the name of a secret; write that of one", finding);
        Assert.DoesNotContain("hunter2", finding);
    }

    [Theory]
    [InlineData("Webhook.Teams, Secret = \"SHOP.KEY\"", "Teams has no common address; say Url, with SNOWFLAKE_WEBHOOK_SECRET in the secret's place")]
    [InlineData("Webhook.Teams, Secret = \"SHOP.KEY\", Url = \"http://eu.logic.azure.com/SNOWFLAKE_WEBHOOK_SECRET\"", "its address isn't one of https://, which Snowflake calls alone; write one that is")]
    [InlineData("Webhook.Teams, Secret = \"SHOP.KEY\", Url = \"https://eu.logic.azure.com:443/SNOWFLAKE_WEBHOOK_SECRET\"", "its address has a port, which Snowflake doesn't take; write one without")]
    [InlineData("Webhook.Teams, Secret = \"SHOP.KEY\", Url = \"https://eu.logic.azure.com/\"", "its address says nowhere SNOWFLAKE_WEBHOOK_SECRET, so that the secret isn't used; write it where the secret belongs")]
    [InlineData("Webhook.Teams, Secret = \"SHOP.KEY\", Url = \"https://x.example/SNOWFLAKE_WEBHOOK_SECRET\"", "Snowflake calls Teams at logic.azure.com or powerplatform.com or office.com alone; write the address that it gives")]
    [InlineData("Webhook.Slack, Secret = \"SHOP.KEY\", Url = \"https://notslack.com/SNOWFLAKE_WEBHOOK_SECRET\"", "Snowflake calls Slack at slack.com or slack-gov.com alone; write the address that it gives")]
    public void Address_is_one_that_Snowflake_calls(string channel, string problem) => Assert.Equal(
        [$"PL0711 'OnCall' can't be reached: {problem}"], CompiledModel.Of(Shop.Replace("Webhook.PagerDuty, Secret = \"SHOP.KEY\"", channel)).Findings());

    [Theory]
    [InlineData("nameof(At), Minutes = 0", "0 minutes are no age; say 1 or more")]
    [InlineData("Minutes = 60", "none of its columns has [LoadTime]; name the property with the time of a row, as in [Freshness(nameof(UpdatedAt), Minutes = 60)]")]
    [InlineData("\"When\", Minutes = 60", "it has no column 'When'; name a property by nameof")]
    public void Freshness_needs_a_time(string freshness, string problem) => Assert.Equal(
        [$"PL0712 How fresh 'Orders' is can't be told: {problem}"], CompiledModel.Of(Shop.Replace("nameof(At), Minutes = 90", freshness)).Findings());

    [Fact]
    public void Ledger_that_a_task_runs_while_the_graph_goes_on_is_an_error() => Assert.Equal(
        ["PL0713 'Early' would record a run that goes on; let the finalizer of its graph run the ledger"],
        CompiledModel.Of(Shop + "\n[Task, After<Hourly>, Runs<Ledger>] public sealed class Early;").Findings());

    [Fact]
    public void Record_that_nothing_keeps_is_an_error() => Assert.StartsWith(
        "PL0713 'Failed' reads TASK_RUNS, which nothing keeps: no finalizer records the runs of a graph; let one do it, by [Finalizer<Root>, Runs<Ledger>]", Assert.Single(CompiledModel.Of(Shop.Replace("Runs<Ledger>, ", "")).Findings()));

    // The library's classes and the catalog's columns are two lists of one thing.
    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_class_has_the_columns_of_what_it_stands_for(string name)
    {
        var type = typeof(Alarm).Assembly.GetType("Pipeline.Model." + name)!;
        var expected = type.GetCustomAttribute<AccountUsageAttribute>() is not null
            ? AccountViews.Of(SqlName.Of(name)).Columns
            : Kept.Value.Single(o => o.Name.Name == SqlName.Of(name)) switch
            {
                TableObject table => table.Columns,
                var view => ((ViewObject)view).Columns,
            };
        var symbol = ModelText.Compile("public sealed class Empty;").GetTypeByMetadataName(type.FullName!)!;
        Assert.Equal(expected.Select(c => $"{c.Name} {c.Type} {c.Nullable}"), ColumnReader.Read(symbol).Select(c => $"{c.Name} {c.Type} {c.Nullable}"));
    }

    public static TheoryData<string> Rows =>
    [
        .. typeof(Alarm).Assembly.GetExportedTypes().Where(t => t.GetCustomAttribute<AccountUsageAttribute>() is not null || t.GetCustomAttribute<PlatformRecordAttribute>() is not null)
            .Select(t => t.Name).Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void Each_view_of_the_account_has_a_row_class() => Assert.Equal(
        AccountViews.Names.Order(StringComparer.Ordinal),
        typeof(Alarm).Assembly.GetExportedTypes().Where(t => t.GetCustomAttribute<AccountUsageAttribute>() is not null).Select(t => SqlName.Of(t.Name)).Order(StringComparer.Ordinal));

    private static readonly Lazy<IReadOnlyList<CatalogObject>> Kept = new(() =>
        [.. CatalogCompletion.Complete(new([.. Model.Value.Objects])).Objects.Where(o => o.ClassName.Length == 0 && o is TableObject or ViewObject)]);
}
