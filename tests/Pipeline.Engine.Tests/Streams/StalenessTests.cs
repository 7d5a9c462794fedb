using static Pipeline.Engine.Tests.Streams.StreamLab;

namespace Pipeline.Engine.Tests.Streams;

/// <summary>A stream that nobody reads keeps its place for the greater of retention and extension (14 days here), by a clock that tests move.</summary>
public sealed class StalenessTests
{
    [Fact]
    public void Stream_read_in_time_is_not_stale()
    {
        using var lab = new StreamLab(Net());
        lab.Pass(0).Commit(Insert(1, "a"));
        lab.Pass(14);
        Assert.False(lab.State("S.CHANGES").IsStale);
        Assert.Equal("INSERT | false | 1 | a", lab.Consume("S.CHANGES"));
        Assert.Equal(new DateTime(2024, 3, 29), lab.State("S.CHANGES").StaleAfter);
    }

    [Fact]
    public void L20_stale_stream_is_an_error_and_never_empty()
    {
        using var lab = new StreamLab(Net());
        lab.Pass(0).Commit(Insert(1, "a"));
        lab.Pass(14.01);
        Assert.True(lab.State("S.CHANGES").IsStale);
        Assert.Contains("S.CHANGES is stale: it was read last at 2024-03-01 00:00", Assert.ThrowsAny<Exception>(() => lab.Rows("S.CHANGES")).Message, StringComparison.Ordinal);
        Assert.Contains("stale", Assert.ThrowsAny<Exception>(() => lab.Query("SELECT COUNT(*) FROM S.CHANGES")).Message, StringComparison.Ordinal);
        Assert.Contains("stale", Assert.Throws<EngineException>(() => lab.Consume("S.CHANGES")).Message, StringComparison.Ordinal);
        Assert.Contains("stale", Assert.Throws<EngineException>(() => lab.HasData("S.CHANGES")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stale_stream_on_an_empty_table_is_an_error_too()
    {
        using var lab = new StreamLab(Net());
        lab.Pass(0).Pass(15);
        Assert.ThrowsAny<Exception>(() => lab.Query("SELECT * FROM S.CHANGES"));
    }

    [Fact]
    public void Select_does_not_keep_a_stream_from_going_stale()
    {
        using var lab = new StreamLab(Net());
        lab.Pass(0).Commit(Insert(1, "a"));
        lab.Pass(10);
        lab.Rows("S.CHANGES");
        lab.Pass(5);
        Assert.True(lab.State("S.CHANGES").IsStale);
    }

    [Fact]
    public void Rolled_back_read_does_not_keep_a_stream_from_going_stale()
    {
        using var lab = new StreamLab(Net());
        lab.Pass(0).Commit(Insert(1, "a"));
        lab.Pass(10);
        lab.ConsumeAndRollBack("S.CHANGES");
        lab.Pass(5);
        Assert.True(lab.State("S.CHANGES").IsStale);
    }

    [Fact]
    public void Asking_an_empty_stream_for_data_keeps_it_from_going_stale()
    {
        using var lab = new StreamLab(Net());
        lab.Pass(0).Pass(10);
        Assert.False(lab.HasData("S.CHANGES"));
        lab.Pass(10);
        Assert.False(lab.State("S.CHANGES").IsStale);
    }

    [Fact]
    public void Asking_a_stream_that_has_data_does_not()
    {
        using var lab = new StreamLab(Net());
        lab.Pass(0).Commit(Insert(1, "a"));
        lab.Pass(10);
        Assert.True(lab.HasData("S.CHANGES"));
        lab.Pass(5);
        Assert.True(lab.State("S.CHANGES").IsStale);
    }

    [Fact]
    public void Longer_retention_than_the_extension_counts()
    {
        using var lab = new StreamLab(Tables.Table("S.KEPT", Tables.Text("V")) with { RetentionDays = 90 }, Tables.Stream("S.KEPT_CHANGES", "S.KEPT"));
        lab.Pass(0).Pass(89);
        Assert.False(lab.State("S.KEPT_CHANGES").IsStale);
        lab.Pass(2);
        Assert.True(lab.State("S.KEPT_CHANGES").IsStale);
    }

    [Fact]
    public void Stream_made_anew_begins_at_now()
    {
        using var lab = new StreamLab(Net());
        lab.Pass(0).Commit(Insert(1, "a"));
        lab.Pass(15);
        lab.Recreate("S.CHANGES");
        lab.Commit(Insert(2, "b"));
        Assert.Equal("INSERT | false | 2 | b", lab.Rows("S.CHANGES"));
    }

    [Fact]
    public void Stale_stream_stays_stale_when_the_database_is_opened_again()
    {
        using var lab = new StreamLab(Net());
        lab.Pass(0).Pass(15).Deploy();
        Assert.ThrowsAny<Exception>(() => lab.Rows("S.CHANGES"));
    }
}
