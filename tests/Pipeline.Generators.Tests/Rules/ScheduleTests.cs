namespace Pipeline.Generators.Tests.Rules;

/// <summary>What rules make of cron expressions: lists, ranges and steps as well as a single minute.</summary>
public sealed class ScheduleTests
{
    private const string Alert = """
        [Schema] public sealed class Shop;
        [Warehouse] public sealed class Wh;
        [EmailChannel("ops@shop.example")] public sealed class Mail;
        [Alert<Shop, Wh>(SCHEDULE), Notifies<Mail>]
        public sealed class FailedTasks
        {
            [Alarms] static Query<Alarm> Found(Query<TaskHistory> tasks) => from t in tasks where t.State == "FAILED" select new Alarm { Subject = t.Name, Message = "a task failed" };
        }
        """;

    private const string Root = """
        [Schema] public sealed class Shop;
        [Warehouse] public sealed class Wh;
        [RootTask<Shop, Wh>(SCHEDULE)] public sealed class Nightly;
        """;

    [Theory]
    [InlineData("Cron = \"* * * * * UTC\"", "every minute")]
    [InlineData("Cron = \"*/5 * * * * UTC\"", "again after 5 minutes")]
    [InlineData("Cron = \"0/30 * * * * UTC\"", "again after 30 minutes")]
    [InlineData("Cron = \"10,50 * * * * UTC\"", "again after 20 minutes")]
    [InlineData("Cron = \"5-7 6 1 * * UTC\"", "every minute")]
    [InlineData("EveryMinutes = 44", "every 44 minutes")]
    public void Alert_that_asks_before_its_record_is_written_is_told(string schedule, string often) => Assert.Equal(
        $"'FailedTasks' asks ACCOUNT_USAGE.TASK_HISTORY {often}, which is up to date no sooner than after 45 minutes: the warehouse runs for the same answer; say EveryMinutes = 60", Assert.Single(Told("PL0830", Alert, schedule)));

    [Theory]
    [InlineData("Cron = \"30 * * * * UTC\"")]
    [InlineData("Cron = \"0,50 6 * * * UTC\"")]
    [InlineData("Cron = \"0 */2 * * * UTC\"")]
    [InlineData("EveryMinutes = 45")]
    [InlineData("Cron = \"*/5 * * * UTC\"")]
    public void Alert_that_waits_for_its_record_is_not(string schedule) => Assert.Empty(Told("PL0830", Alert, schedule));

    [Theory]
    [InlineData("0 4 * * * UTC", "7 4 * * * UTC")]
    [InlineData("*/15 * * * * UTC", "7-59/15 * * * * UTC")]
    [InlineData("*/7 * * * * UTC", "1-59/7 * * * * UTC")]
    [InlineData("0-59/20 * * * * UTC", "7-59/20 * * * * UTC")]
    [InlineData("0,30 6-8 * * MON UTC", "7,37 6-8 * * MON UTC")]
    [InlineData("0-2 6 * * * UTC", "7,8,9 6 * * * UTC")]
    [InlineData("0,55 6 * * * UTC", "4,59 6 * * * UTC")]
    [InlineData("0,59 6 * * * UTC", "7,59 6 * * * UTC")]
    public void Graph_that_starts_at_the_full_hour_is_told_another_minute(string cron, string later)
    {
        Assert.Equal($"'Nightly' starts at minute 0, as most of the world's do; take a minute that waits less for compute and for sources, such as '{later}'", Assert.Single(Told("PL0802", Root, $"Cron = \"{cron}\"")));
        Assert.Empty(Told("PL0802", Root, $"Cron = \"{later}\""));
    }

    [Theory]
    [InlineData("* * * * * UTC")]
    [InlineData("7 0 * * * UTC")]
    [InlineData("10-20 * * * * UTC")]
    [InlineData("5/10 * * * * UTC")]
    public void Graph_that_has_no_other_minute_or_starts_at_another_is_not(string cron) => Assert.Empty(Told("PL0802", Root, $"Cron = \"{cron}\""));

    private static string[] Told(string rule, string model, string schedule) => [.. ModelText.Analyze(ModelText.Compile(model.Replace("SCHEDULE", schedule, StringComparison.Ordinal)), new ModelAnalyzer()).Where(d => d.Id == rule).Select(d => d.GetMessage(null))];
}
