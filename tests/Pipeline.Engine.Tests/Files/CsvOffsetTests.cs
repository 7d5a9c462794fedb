using Pipeline.Catalog;
using static Pipeline.Engine.Tests.Tables;

namespace Pipeline.Engine.Tests.Files;

/// <summary>A time with its distance from UTC is read as COPY reads it into TIMESTAMP_TZ.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/sql-reference/date-time-input-output"/></remarks>
public sealed class CsvOffsetTests
{
    [Theory]
    [InlineData("2024-01-31T10:00:00+02:00")]
    [InlineData("2024-01-31 10:00:00+02:00")]
    [InlineData("2024-01-31 10:00:00 +02:00")]
    [InlineData("2024-01-31 10:00:00 +0200")]
    [InlineData("2024-01-31 10:00:00.000 +02:00")]
    [InlineData("2024-01-31 10:00:00.000+0200")]
    [InlineData("2024-01-31 10:00:00.000 +0200")]
    [InlineData("2024-01-31 10:00:00+02")]
    [InlineData("2024-01-31T10:00+02:00")]
    [InlineData("2024-01-31 10:00+02:00")]
    [InlineData("2024-01-31 10:00 +02:00")]
    [InlineData("2024-01-31T08:00:00Z")]
    [InlineData("2024-01-31 02:30:00 -05:30")]
    [InlineData("2024-01-31 08:00:00")]
    public void Distance_from_UTC_is_read_in_each_form(string text)
    {
        using var lab = Copied(text);
        Assert.Equal("1706688000", lab.Query("SELECT EPOCH(SEEN_AT)::BIGINT FROM LANDING.RAW"));
        Assert.Equal("", lab.Rejected());
    }

    [Theory]
    [InlineData("2024-01-31 10:00:00 + 02:00")]
    [InlineData("10:00 +02:00")]
    [InlineData("2024-01-31 25:00:00 +02:00")]
    public void What_is_no_time_is_rejected(string text)
    {
        using var lab = Copied(text);
        Assert.Equal("0", lab.Query("SELECT COUNT(*) FROM LANDING.RAW"));
        Assert.Equal($"in/a.csv | 1 | SEEN_AT | '{text}' is no TIMESTAMP_TZ for SEEN_AT", lab.Rejected());
    }

    private static CopyLab Copied(string text)
    {
        var lab = new CopyLab(CopyLab.Csv, Table(
            "LANDING.RAW", Text("ID"), Optional("SEEN_AT", new SqlType(SqlTypeKind.TimestampTz, 6, 0)),
            FromFile("FILE_NAME", SqlType.Text, FileFact.Name), FromFile("FILE_ROW", SqlType.Int64, FileFact.RowNumber)));
        lab.Write("in/a.csv", $"id,seen_at\nA,{text}\n");
        lab.Copy();
        return lab;
    }
}
