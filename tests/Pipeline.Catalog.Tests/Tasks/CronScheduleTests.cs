using System.Globalization;

namespace Pipeline.Catalog.Tests.Tasks;

public sealed class CronScheduleTests
{
    [Theory]
    [InlineData("0 * * * * UTC", "2024-03-01 07:00", true)]
    [InlineData("0 * * * * UTC", "2024-03-01 07:01", false)]
    [InlineData("*/15 6-8 * * * UTC", "2024-03-01 08:45", true)]
    [InlineData("*/15 6-8 * * * UTC", "2024-03-01 09:00", false)]
    [InlineData("5/20 * * * * UTC", "2024-03-01 09:45", true)]
    [InlineData("0 0,12 * * * UTC", "2024-03-01 12:00", true)]
    [InlineData("0 6 * * MON-FRI UTC", "2024-03-01 06:00", true)]
    [InlineData("0 6 * * mon-fri UTC", "2024-03-02 06:00", false)]
    [InlineData("0 6 * * 0 UTC", "2024-03-03 06:00", true)]
    [InlineData("0 6 L * * UTC", "2024-02-29 06:00", true)]
    [InlineData("0 6 L * * UTC", "2024-03-30 06:00", false)]
    [InlineData("0 6 * * 5L UTC", "2024-03-29 06:00", true)]
    [InlineData("0 6 * * 5L UTC", "2024-03-22 06:00", false)]
    [InlineData("0 6 1 FEB,MAR * UTC", "2024-03-01 06:00", true)]
    [InlineData("0 6 1 FEB,MAR * UTC", "2024-04-01 06:00", false)]
    public void Field_names_the_minutes_of_its_zone(string schedule, string local, bool runs) =>
        Assert.Equal(runs, CronSchedule.Parse(schedule, out _)!.Matches(DateTime.Parse(local, CultureInfo.InvariantCulture)));

    [Fact]
    public void Day_of_the_month_and_day_of_the_week_together_mean_either()
    {
        var schedule = CronSchedule.Parse("0 6 13 * FRI UTC", out _)!;
        Assert.True(schedule.Matches(new(2024, 3, 13, 6, 0, 0)));
        Assert.True(schedule.Matches(new(2024, 3, 15, 6, 0, 0)));
        Assert.False(schedule.Matches(new(2024, 3, 14, 6, 0, 0)));
    }

    [Theory]
    [InlineData("* * * * * UTC", 1)]
    [InlineData("*/5 * * * * UTC", 5)]
    [InlineData("*/7 * * * * UTC", 4)]
    [InlineData("0,50 * * * * UTC", 10)]
    [InlineData("0,50 6 * * * UTC", 50)]
    [InlineData("10-12 6 1 * * UTC", 1)]
    [InlineData("30 * * * * UTC", 60)]
    [InlineData("30 */6 * * * UTC", 360)]
    [InlineData("0 0,23 * * * UTC", 60)]
    [InlineData("0 0,23 * * MON UTC", 1380)]
    [InlineData("0 6 * * * UTC", 1440)]
    [InlineData("0 6 1 * * UTC", 1440)]
    public void Shortest_pause_is_that_between_two_runs(string schedule, int minutes) => Assert.Equal(minutes, CronSchedule.Parse(schedule, out _)!.ShortestPause);

    [Theory]
    [InlineData("0 6 * * UTC", "it has 5 parts; five fields and a time zone are six")]
    [InlineData("60 6 * * * UTC", "'60' is no minute")]
    [InlineData("0 24 * * * UTC", "'24' is no hour")]
    [InlineData("0 6 0 * * UTC", "'0' is no day of the month")]
    [InlineData("0 6 * 13 * UTC", "'13' is no month")]
    [InlineData("0 6 * * 8 UTC", "'8' is no day of the week")]
    [InlineData("0 6 * * FRI-MON UTC", "'FRI-MON' is no day of the week")]
    [InlineData("*/0 6 * * * UTC", "'*/0' is no minute")]
    [InlineData("a 6 * * * UTC", "'a' is no minute")]
    [InlineData("0 6 * * * +02:00", "'+02:00' is no time zone")]
    [InlineData("0 6 31 FEB,APR * UTC", "no month that it names has such a day")]
    public void What_is_no_schedule_is_told_in_words(string text, string problem)
    {
        Assert.Null(CronSchedule.Parse(text, out var told));
        Assert.Equal(problem, told);
    }
}
