using Pipeline.Catalog;

namespace Pipeline.Generators.Tests.Reading;

public sealed class ResourceMonitorTests
{
    [Fact]
    public void Monitor_is_read_with_its_percents_and_is_that_of_the_warehouse()
    {
        var model = CompiledModel.Of("""
            [ResourceMonitor(CreditQuota = 50, Frequency = QuotaPeriod.Daily, NotifyAtPercent = [50, 80], SuspendAtPercent = 95)] public sealed class Quota;
            [Warehouse, LimitedBy<Quota>] public sealed class Wh;
            """);
        Assert.Equal(
            new ResourceMonitorObject(new(null, "QUOTA"), "Quota", 50) { At = new("File0.cs", 1), Frequency = QuotaPeriod.Daily, NotifyAtPercent = [50, 80], SuspendAtPercent = 95 },
            model.Object<ResourceMonitorObject>("QUOTA"));
        Assert.Equal("QUOTA", model.Object<WarehouseObject>("WH").Monitor?.ToString());
    }

    [Theory]
    [InlineData("CreditQuota = 0, SuspendAtPercent = 100", "its quota is 0 credits; say CreditQuota of 1 or more")]
    [InlineData("CreditQuota = 9", "nothing happens at any percent; say NotifyAtPercent, SuspendAtPercent or SuspendImmediatelyAtPercent")]
    [InlineData("CreditQuota = 9, NotifyAtPercent = [0]", "it says a percent of less than 1; say 1 or more")]
    [InlineData("CreditQuota = 9, NotifyAtPercent = [10, 20, 30, 40, 50, 60]", "it tells at 6 percents, and Snowflake takes 5; leave some out")]
    [InlineData("CreditQuota = 9, NotifyAtPercent = [90, 75]", "NotifyAtPercent is 90, 75; write each percent once, in ascending order")]
    [InlineData("CreditQuota = 9, SuspendAtPercent = 100, SuspendImmediatelyAtPercent = 100", "at 100 percent it cancels what at 100 percent it would let end; let SuspendImmediatelyAtPercent lie above SuspendAtPercent")]
    public void Monitor_that_limits_nothing_is_refused_with_the_reason(string says, string why) => Assert.Equal(
        [$"PL0805 'Quota' can't limit anything: {why}"],
        CompiledModel.Of($"[ResourceMonitor({says})] public sealed class Quota; [Warehouse, LimitedBy<Quota>] public sealed class Wh;")
            .Object<ResourceMonitorObject>("QUOTA").Findings.Select(f => $"{f.Rule} {f.Message}"));
}
