using Pipeline.Catalog;
using Pipeline.Catalog.Json;
using Pipeline.Engine.Tests;
using static Pipeline.Engine.Tests.Tables;

namespace Pipeline.Cli.Tests;

/// <summary>A run shows what alerts tell, and takes addresses for their webhooks.</summary>
public sealed class AlertCommandTests
{
    [Fact]
    public void Run_shows_what_alerts_tell_and_to_whom()
    {
        using var model = Model();
        Assert.Equal(0, model.Run());
        Assert.Contains("Alerts: 2 evaluations, 1 with something to tell", model.Output, StringComparison.Ordinal);
        Assert.Contains("2024-03-01 06:00:00 WARNING CURATED.GOLD_CUSTOMER to TEAM\n    7 is GOLD\n", model.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OTHER=http://127.0.0.1/hidden", "--webhook names no webhook channel of the model; name one that it has: TEAM.")]
    [InlineData("TEAM=hidden", "--webhook TEAM=.. takes an address that begins with http:// or https://.")]
    [InlineData("TEAM", "--webhook TEAM=.. takes an address that begins with http:// or https://.")]
    public void Address_that_is_none_is_refused_and_not_repeated(string webhook, string told)
    {
        using var model = Model();
        Assert.Equal(2, model.Run("--webhook", webhook));
        Assert.Contains(told, model.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", model.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Address_that_nobody_answers_fails_the_run_and_is_not_shown()
    {
        using var model = Model();
        Assert.Equal(1, model.Run("--webhook", "TEAM=http://127.0.0.1:9/hidden"));
        Assert.Contains("CURATED.GOLD_CUSTOMER: TEAM can't be reached; it is told again at the next evaluation", model.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", model.Output + model.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Channel_may_be_named_by_its_class()
    {
        using var model = Model();
        Assert.Equal(1, model.Run("--webhook", "colleagues=http://127.0.0.1:9/hidden"));
        Assert.Contains("TEAM can't be reached", model.Output, StringComparison.Ordinal);
    }

    private static ModelOnDisk Model()
    {
        var model = new ModelOnDisk();
        var (key, segment) = (Make.Column("customers", "CUSTOMER_ID", SqlType.Int32), Make.Column("customers", "SEGMENT", SqlType.Text));
        var alert = new AlertObject(Name("CURATED.GOLD_CUSTOMER"), "Shop.GoldCustomer", Warehouse, new SelectQuery(
        [
            new("SUBJECT", new CastExpression(key, SqlType.Text)),
            new("MESSAGE", new BinaryExpression(BinaryOperator.Concat, new CastExpression(key, SqlType.Text), Literal.Text(" is GOLD"), SqlType.Text, false)),
        ])
        {
            From = new ObjectSource("customers", Name("CURATED.DIM_CUSTOMER")),
            Where = Make.And(Make.Equal(segment, Literal.Text("GOLD")), Make.Equal(key, Literal.Integer(7)), Make.Column("customers", "IS_CURRENT", SqlType.Boolean)),
        })
        {
            EveryMinutes = 60, Severity = Severity.Warning, RepeatMinutes = 60, Channels = [Name("TEAM")],
        };
        model.Write("sql/manifest.json", CatalogJson.WriteManifest(new(
        [
            .. Shop.Catalog.Objects, new WebhookChannelObject(Name("TEAM"), "Shop.Colleagues", Webhook.Slack, "CURATED.TEAM_KEY"), alert,
        ])));
        return model;
    }
}
