using static Pipeline.Engine.Tests.Streams.StreamLab;

namespace Pipeline.Engine.Tests.Streams;

/// <summary>Each row of the manual's table of what a stream returns for what happened between its offset and now.</summary>
public sealed class NetChangeTests
{
    [Fact]
    public void Insert_is_an_insert()
    {
        using var lab = new StreamLab(Net(), AppendOnly());
        lab.Commit(Insert(1, "a"));
        Assert.Equal("INSERT | false | 1 | a", lab.Rows("S.CHANGES"));
        Assert.Equal("INSERT | false | 1 | a", lab.Rows("S.APPENDED"));
    }

    [Fact]
    public void Insert_and_updates_are_one_insert_with_the_final_values()
    {
        using var lab = new StreamLab(Net());
        lab.Commit(Insert(1, "a")).Commit(Update(1, "b")).Commit(Update(1, "c"));
        Assert.Equal("INSERT | false | 1 | c", lab.Rows("S.CHANGES"));
    }

    [Fact]
    public void L19_insert_and_delete_are_nothing()
    {
        using var lab = new StreamLab(Net());
        lab.Commit(Insert(1, "a")).Commit(Update(1, "b")).Commit(Delete(1));
        Assert.Equal("", lab.Rows("S.CHANGES"));
        Assert.False(lab.HasData("S.CHANGES"));
    }

    [Fact]
    public void L19_updates_are_one_delete_of_the_old_and_one_insert_of_the_final_values()
    {
        using var lab = Seen(Net());
        lab.Commit(Update(1, "b")).Commit(Update(1, "c"));
        Assert.Equal("DELETE | true | 1 | a\nINSERT | true | 1 | c", lab.Rows("S.CHANGES"));
        Assert.Equal("1", lab.Query("SELECT COUNT(DISTINCT METADATA$ROW_ID) FROM S.CHANGES"));
    }

    [Fact]
    public void Delete_carries_the_values_at_the_offset()
    {
        using var lab = Seen(Net());
        lab.Commit(Delete(1));
        Assert.Equal("DELETE | false | 1 | a", lab.Rows("S.CHANGES"));
    }

    [Fact]
    public void Update_and_delete_are_a_delete_of_the_values_at_the_offset()
    {
        using var lab = Seen(Net());
        lab.Commit(Update(1, "b")).Commit(Delete(1));
        Assert.Equal("DELETE | false | 1 | a", lab.Rows("S.CHANGES"));
    }

    [Fact]
    public void Key_that_comes_back_is_another_row()
    {
        using var lab = Seen(Net());
        lab.Commit(Delete(1)).Commit(Insert(1, "a"));
        Assert.Equal("DELETE | false | 1 | a\nINSERT | false | 1 | a", lab.Rows("S.CHANGES"));
        Assert.Equal("2", lab.Query("SELECT COUNT(DISTINCT METADATA$ROW_ID) FROM S.CHANGES"));
    }

    [Fact]
    public void Overwrite_deletes_every_row_and_inserts_every_row_even_where_nothing_changed()
    {
        using var lab = Seen(Net());
        lab.Commit(Overwrite(1, "a"));
        Assert.Equal("DELETE | false | 1 | a\nINSERT | false | 1 | a", lab.Rows("S.CHANGES"));
    }

    [Fact]
    public void Changes_of_one_transaction_net_out_as_those_of_several_do()
    {
        using var lab = Seen(Net());
        lab.Commit(Update(1, "b"), Update(1, "c"), Insert(2, "x"), Update(2, "y"), Insert(3, "z"), Delete(3));
        Assert.Equal("DELETE | true | 1 | a\nINSERT | true | 1 | c\nINSERT | false | 2 | y", lab.Rows("S.CHANGES"));
    }

    [Fact]
    public void Merge_counts_by_what_it_did_to_each_row()
    {
        using var lab = new StreamLab(Net());
        lab.Commit(Insert(1, "a"), Insert(2, "b"), Insert(3, "c"));
        lab.Consume("S.CHANGES");
        lab.Commit(Merge(1, "a")).Commit(Merge(2, "B")).Commit(Merge(3, "gone")).Commit(Merge(4, "d"));
        Assert.Equal(
            "DELETE | true | 2 | b\nINSERT | true | 2 | B\nDELETE | false | 3 | c\nINSERT | false | 4 | d", lab.Rows("S.CHANGES"));
    }

    [Fact]
    public void L20_append_only_stream_sees_inserts_alone_as_they_came()
    {
        using var lab = Seen(AppendOnly());
        lab.Commit(Update(1, "b"));
        Assert.Equal("", lab.Rows("S.APPENDED"));
        lab.Commit(Insert(2, "x")).Commit(Update(2, "y"));
        lab.Commit(Insert(3, "z")).Commit(Delete(3));
        lab.Commit(Delete(1));
        Assert.Equal("INSERT | false | 2 | x\nINSERT | false | 3 | z", lab.Rows("S.APPENDED"));
    }

    [Fact]
    public void Columns_of_the_table_alone_are_seen_by_a_query_of_all_columns()
    {
        using var lab = Seen(Net());
        Assert.Equal("ID, V, METADATA$ACTION, METADATA$ISUPDATE, METADATA$ROW_ID",
            lab.Query("SELECT string_agg(column_name, ', ') FROM (DESCRIBE S.CHANGES)"));
    }

    // A row that the stream has been read past.
    private static StreamLab Seen(Pipeline.Catalog.StreamObject stream)
    {
        var lab = new StreamLab(stream);
        lab.Commit(Insert(1, "a"));
        lab.Consume(stream.Name.ToString());
        return lab;
    }
}
