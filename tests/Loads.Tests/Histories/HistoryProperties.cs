using Xunit.Abstractions;

namespace Loads.Tests.Histories;

/// <summary>Dimensions over random histories, held after every delivery to an oracle that knows all events at once; at the end all came once more.</summary>
public sealed class HistoryProperties(ITestOutputHelper output)
{
    [Fact]
    public void L21_any_deliveries_in_any_order_give_the_versions_of_all_events() => RandomHistories.Check(new CustomerPlatform(), output);

    [Fact]
    public void Any_deliveries_give_the_versions_of_all_events_where_no_value_is_carried_along() => RandomHistories.Check(new PlainPlatform(), output);

    [Fact]
    public void Any_deliveries_give_the_versions_of_all_events_within_the_horizon_of_lateness() => RandomHistories.Check(new LatePlatform(), output, share: 0.4);

    [Fact]
    public void Any_changes_of_values_and_keys_give_what_was_seen_at_each_run() => RandomHistories.Check(new StatePlatform(), output, share: 0.4);

    [Theory]
    [InlineData(GrowingPlatform.Change.CityComes, GrowingPlatform.Change.NumbersCome, GrowingPlatform.Change.Widened)]
    [InlineData(GrowingPlatform.Change.Widened, GrowingPlatform.Change.CityComes, GrowingPlatform.Change.NumbersCome)]
    [InlineData(GrowingPlatform.Change.NumbersCome, GrowingPlatform.Change.Widened, GrowingPlatform.Change.CityComes)]
    public void Any_deliveries_give_the_versions_of_all_events_while_source_and_model_grow(params GrowingPlatform.Change[] order) =>
        RandomHistories.Check(new GrowingPlatform(order), output, share: 0.2);
}
