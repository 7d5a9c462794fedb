using static Pipeline.Engine.Tests.Streams.StreamLab;

namespace Pipeline.Engine.Tests.Streams;

public sealed class StreamOffsetTests
{
    [Fact]
    public void L19_select_does_not_move_the_offset()
    {
        using var lab = new StreamLab(Net());
        lab.Commit(Insert(1, "a"));
        lab.Rows("S.CHANGES");
        Assert.Equal("INSERT | false | 1 | a", lab.Rows("S.CHANGES"));
    }

    [Fact]
    public void L19_commit_of_a_reader_moves_the_offset()
    {
        using var lab = new StreamLab(Net());
        lab.Commit(Insert(1, "a"));
        Assert.Equal("INSERT | false | 1 | a", lab.Consume("S.CHANGES"));
        Assert.Equal("", lab.Rows("S.CHANGES"));
        Assert.False(lab.HasData("S.CHANGES"));
    }

    [Fact]
    public void L19_rollback_keeps_the_offset_and_what_the_reader_wrote_is_gone()
    {
        using var lab = new StreamLab(Net());
        lab.Commit(Insert(1, "a"));
        lab.ConsumeAndRollBack("S.CHANGES", Update(1, "b"), Insert(2, "x"));
        Assert.Equal("INSERT | false | 1 | a", lab.Rows("S.CHANGES"));
        Assert.Equal("1 | a", lab.Query("SELECT ID, V FROM S.T"));
    }

    [Fact]
    public void Change_that_rolled_back_was_never_there()
    {
        using var lab = new StreamLab(Net());
        lab.Commit(Insert(1, "a"));
        lab.Consume("S.CHANGES");
        lab.RollBack(Update(1, "b"), Insert(2, "x"));
        Assert.Equal("", lab.Rows("S.CHANGES"));
        lab.Commit(Update(1, "c"));
        Assert.Equal("DELETE | true | 1 | a\nINSERT | true | 1 | c", lab.Rows("S.CHANGES"));
    }

    [Fact]
    public void Reader_sees_the_changes_up_to_its_own_start_whatever_it_writes_itself()
    {
        using var lab = new StreamLab(Net());
        lab.Commit(Insert(1, "a"), Insert(2, "b"));
        lab.Consume("S.CHANGES");
        lab.Commit(Update(1, "A"));

        Assert.Equal(
            "DELETE | true | 1 | a\nINSERT | true | 1 | A",
            lab.Consume("S.CHANGES", Update(1, "own"), Delete(2), Insert(3, "own")));
        Assert.Equal(
            "DELETE | true | 1 | A\nINSERT | true | 1 | own\nDELETE | false | 2 | b\nINSERT | false | 3 | own", lab.Rows("S.CHANGES"));
    }

    [Fact]
    public void L20_streams_on_one_table_are_independent()
    {
        using var lab = new StreamLab(Net("S.FIRST"), Net("S.SECOND"), AppendOnly());
        lab.Commit(Insert(1, "a"));
        lab.Consume("S.FIRST");
        lab.Commit(Update(1, "b"));
        lab.Consume("S.FIRST");
        lab.Commit(Update(1, "c"));

        Assert.Equal("DELETE | true | 1 | b\nINSERT | true | 1 | c", lab.Rows("S.FIRST"));
        Assert.Equal("INSERT | false | 1 | c", lab.Rows("S.SECOND"));
        Assert.Equal("INSERT | false | 1 | a", lab.Rows("S.APPENDED"));
    }

    [Fact]
    public void Former_rows_are_forgotten_when_every_stream_has_read_past_them()
    {
        using var lab = new StreamLab(Net("S.FIRST"), Net("S.SECOND"));
        lab.Commit(Insert(1, "a"));
        lab.Consume("S.FIRST");
        lab.Consume("S.SECOND");
        lab.Commit(Update(1, "b"));
        lab.Consume("S.FIRST");
        Assert.Equal("1", lab.Query("SELECT COUNT(*) FROM LOCAL_ENGINE.BEFORE$S$T"));
        lab.Consume("S.SECOND");
        Assert.Equal("0", lab.Query("SELECT COUNT(*) FROM LOCAL_ENGINE.BEFORE$S$T"));
    }

    [Fact]
    public void New_stream_begins_at_its_creation()
    {
        using var lab = new StreamLab(Net());
        lab.Commit(Insert(1, "a"));
        lab.Create(Net("S.LATER"));
        lab.Commit(Insert(2, "b"));
        Assert.Equal("INSERT | false | 2 | b", lab.Rows("S.LATER"));
    }

    [Fact]
    public void New_stream_that_shows_initial_rows_gives_them_first_and_the_changes_since_after()
    {
        using var lab = new StreamLab(Net());
        lab.Commit(Insert(1, "a"), Insert(2, "b"));
        lab.Create(Net("S.LATER") with { ShowInitialRows = true });
        lab.Commit(Update(1, "A"), Delete(2), Insert(3, "c"));
        Assert.Equal("INSERT | false | 1 | a\nINSERT | false | 2 | b", lab.Rows("S.LATER"));
    }

    [Fact]
    public void Opening_the_database_again_keeps_the_offsets()
    {
        using var lab = new StreamLab(Net());
        lab.Commit(Insert(1, "a"));
        lab.Consume("S.CHANGES");
        lab.Commit(Insert(2, "b"));
        lab.Deploy();
        Assert.Equal("INSERT | false | 2 | b", lab.Rows("S.CHANGES"));
    }
}
