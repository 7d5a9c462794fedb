using System.Globalization;

namespace Pipeline.Model.Tests.Functions;

public class TimeTests
{
    [Theory]
    [InlineData("2024-01-15 10:20:30", "YYYY-MM-DD HH24:MI:SS", "2024-01-15 10:20:30")]
    [InlineData("2024-1-5", "YYYY-MM-DD", "2024-01-05 00:00:00")]
    [InlineData("15.01.24 9:05 PM", "DD.MM.YY HH12:MI AM", "2024-01-15 21:05:00")]
    [InlineData("12:30 am 1 Feb 1999", "HH12:MI AM DD MON YYYY", "1999-02-01 00:30:00")]
    [InlineData("March 3, 2024", "MMMM DD, YYYY", "2024-03-03 00:00:00")]
    [InlineData("2024-01-15T10:20:30.123456789Z", "YYYY-MM-DD\"T\"HH24:MI:SS.FF9TZH:TZM", "2024-01-15 10:20:30.123456")]
    [InlineData("20240115", "YYYYMMDD", "2024-01-15 00:00:00")]
    [InlineData("2024-01-15", "AUTO", "2024-01-15 00:00:00")]
    [InlineData("2024-01-15T10:20", "AUTO", "2024-01-15 10:20:00")]
    [InlineData("2024-01-15 10:20:30.5", "AUTO", "2024-01-15 10:20:30.5")]
    [InlineData("2024-01-15T10:20:30+02:00", "AUTO", "2024-01-15 10:20:30")]
    public void Text_in_the_format_gives_its_time(string text, string format, string expected) =>
        Assert.Equal(DateTime.Parse(expected, CultureInfo.InvariantCulture), Sql.TryToTimestamp(text, format));

    [Theory]
    [InlineData(null, "AUTO")]
    [InlineData("", "AUTO")]
    [InlineData("yesterday", "AUTO")]
    [InlineData("2024-02-30", "YYYY-MM-DD")]
    [InlineData("2024-13-01", "YYYY-MM-DD")]
    [InlineData("2024-01-15 24:00:00", "YYYY-MM-DD HH24:MI:SS")]
    [InlineData("13:00 PM", "HH12:MI AM")]
    [InlineData("15/01/2024", "YYYY-MM-DD")]
    [InlineData("2024-01-15 10:20", "YYYY-MM-DD")]
    [InlineData("Xyz 3, 2024", "MON DD, YYYY")]
    public void Text_in_another_form_gives_null(string? text, string format) => Assert.Null(Sql.TryToTimestamp(text, format));

    [Fact]
    public void Date_is_read_likewise() => Assert.Equal(new DateOnly(2024, 1, 15), Sql.TryToDate("15/01/2024", "DD/MM/YYYY"));

    [Fact]
    public void Milliseconds_count_from_1970_in_utc() =>
        Assert.Equal(new DateTime(2024, 1, 15, 10, 0, 0, 250), Sql.FromEpochMilliseconds(1_705_312_800_250));

    [Fact]
    public void Minutes_are_counted_where_the_clock_changes() =>
        Assert.Equal((1, 0, -1), (
            Sql.MinutesBetween(new(2024, 1, 1, 10, 0, 59), new(2024, 1, 1, 10, 1, 0)),
            Sql.MinutesBetween(new(2024, 1, 1, 10, 0, 0), new(2024, 1, 1, 10, 0, 59)),
            Sql.MinutesBetween(new(2024, 1, 1, 10, 1, 0), new(2024, 1, 1, 10, 0, 59))));

    [Fact]
    public void Months_are_counted_where_the_calendar_changes() =>
        Assert.Equal((1, 0, -12), (
            Sql.MonthsBetween(new DateOnly(2024, 1, 31), new(2024, 2, 1)),
            Sql.MonthsBetween(new DateOnly(2024, 1, 1), new(2024, 1, 31)),
            Sql.MonthsBetween(new DateOnly(2024, 1, 1), new(2023, 1, 31))));

    [Fact]
    public void Month_is_truncated_to_its_first_day() => Assert.Equal(new DateOnly(2024, 2, 1), Sql.TruncateToMonth(new DateOnly(2024, 2, 29)));

    [Fact]
    public void Iso_week_around_new_year_may_belong_to_another_year() =>
        Assert.Equal((53, 2020), (Sql.IsoWeek(new DateOnly(2021, 1, 3)), Sql.IsoWeekYear(new DateOnly(2021, 1, 3))));
}
