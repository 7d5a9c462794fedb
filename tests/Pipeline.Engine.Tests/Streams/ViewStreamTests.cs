using Pipeline.Catalog;
using static Pipeline.Engine.Tests.Streams.StreamLab;
using static Pipeline.Engine.Tests.Tables;

namespace Pipeline.Engine.Tests.Streams;

/// <summary>Streams on views: the changes of the view's rows, told from those of its tables.</summary>
public sealed class ViewStreamTests
{
    private static readonly TableObject Other = Table("S.U", Required("ID", SqlType.Int64), Text("V"));

    private static readonly SelectQuery Rows = new([Projected("t", "ID"), Projected("t", "V")]) { From = new ObjectSource("t", Name("S.T")) };

    private static readonly ViewObject Filtered = View("S.V", Rows with
    {
        Where = Make.Compare(BinaryOperator.NotEqual, Make.Column("t", "V", SqlType.Text), Literal.Text("hidden")),
    });

    // The value of U beside each row of T.
    private static readonly ViewObject Joined = View("S.V", new SelectQuery([Projected("t", "ID"), new("V", Concat(Make.Column("t", "V", SqlType.Text), Make.Column("u", "V", SqlType.Text)))])
    {
        From = new ObjectSource("t", Name("S.T")),
        Joins = [new(JoinKind.Inner, new ObjectSource("u", Other.Name), Make.Equal(Make.Column("t", "ID", SqlType.Int64), Make.Column("u", "ID", SqlType.Int64)))],
    });

    [Fact]
    public void Row_that_the_filter_lets_in_or_out_is_an_insert_or_a_delete()
    {
        using var lab = new StreamLab(Filtered, OnView());
        lab.Commit(Insert(1, "a"), Insert(2, "hidden"), Insert(3, "c"));
        Assert.Equal("INSERT | false | 1 | a\nINSERT | false | 3 | c", lab.Consume("S.ON_VIEW"));
        lab.Commit(Update(1, "hidden"), Update(2, "b"), Update(3, "C"));
        Assert.Equal("DELETE | false | 1 | a\nINSERT | false | 2 | b\nDELETE | true | 3 | c\nINSERT | true | 3 | C", lab.Consume("S.ON_VIEW"));
        Assert.Equal("", lab.Rows("S.ON_VIEW"));
    }

    [Fact]
    public void Changed_row_of_one_table_changes_every_row_that_it_is_joined_to()
    {
        using var lab = new StreamLab(Other, Joined, OnView());
        lab.Commit(Insert(1, "a"), Insert(1, "b"), Insert(1, "x", "S.U"));
        Assert.Equal("INSERT | false | 1 | ax\nINSERT | false | 1 | bx", lab.Consume("S.ON_VIEW"));
        lab.Commit(Update(1, "y", "S.U"));
        Assert.Equal("DELETE | true | 1 | ax\nDELETE | true | 1 | bx\nINSERT | true | 1 | ay\nINSERT | true | 1 | by", lab.Rows("S.ON_VIEW"));
        lab.Commit(Insert(1, "c"), Delete(1, "S.U"), Insert(1, "z", "S.U"));
        Assert.Equal(
            "DELETE | false | 1 | ax\nDELETE | false | 1 | bx\nINSERT | false | 1 | az\nINSERT | false | 1 | bz\nINSERT | false | 1 | cz", lab.Rows("S.ON_VIEW"));
    }

    [Fact]
    public void Append_only_stream_on_a_join_shows_new_rows_beside_what_was_there_and_each_other()
    {
        using var lab = new StreamLab(Other, Joined, OnView() with { Mode = StreamMode.AppendOnly });
        lab.Commit(Insert(1, "a"), Insert(1, "x", "S.U"));
        Assert.Equal("INSERT | false | 1 | ax", lab.Consume("S.ON_VIEW"));
        lab.Commit(Update(1, "A"));
        Assert.Equal("", lab.Rows("S.ON_VIEW"));
        lab.Commit(Insert(1, "b"), Insert(1, "y", "S.U")).Commit(Delete(1));
        Assert.Equal("INSERT | false | 1 | ay\nINSERT | false | 1 | bx\nINSERT | false | 1 | by", lab.Rows("S.ON_VIEW"));
    }

    [Fact]
    public void Union_of_all_keeps_the_branches_apart()
    {
        using var lab = new StreamLab(Other, View("S.V", new SetQuery(SetOperator.UnionAll, Rows, Rows with { Columns = [Projected("u", "ID"), Projected("u", "V")], From = new ObjectSource("u", Other.Name) })), OnView());
        lab.Commit(Insert(1, "a"), Insert(1, "a", "S.U"));
        Assert.Equal("INSERT | false | 1 | a\nINSERT | false | 1 | a", lab.Consume("S.ON_VIEW"));
        lab.Commit(Delete(1, "S.U"));
        Assert.Equal("DELETE | false | 1 | a", lab.Rows("S.ON_VIEW"));
    }

    [Fact]
    public void View_over_a_view_and_over_a_subquery_is_followed_to_its_tables()
    {
        var inner = Filtered with { Name = Name("S.INNER_VIEW") };
        var outer = View("S.V", Rows with { From = new SubquerySource("t", Rows with { From = new ObjectSource("t", inner.Name) }) });
        using var lab = new StreamLab(inner, outer, OnView());
        lab.Commit(Insert(1, "a"), Insert(2, "hidden"));
        Assert.Equal("INSERT | false | 1 | a", lab.Rows("S.ON_VIEW"));
    }

    [Fact]
    public void Reader_that_writes_a_table_of_the_view_sees_the_changes_up_to_its_own_start()
    {
        using var lab = new StreamLab(Filtered, OnView());
        lab.Commit(Insert(1, "a"));
        Assert.Equal("INSERT | false | 1 | a", lab.Consume("S.ON_VIEW", Update(1, "own"), Insert(2, "own")));
        Assert.Equal("DELETE | true | 1 | a\nINSERT | true | 1 | own\nINSERT | false | 2 | own", lab.Rows("S.ON_VIEW"));
    }

    [Fact]
    public void Change_that_the_view_does_not_show_is_none()
    {
        using var lab = new StreamLab(View("S.V", Rows with { Columns = [Projected("t", "ID"), new("V", Literal.Text("same"))] }), OnView());
        lab.Commit(Insert(1, "a"));
        lab.Consume("S.ON_VIEW");
        lab.Commit(Update(1, "b"));
        Assert.Equal("", lab.Rows("S.ON_VIEW"));
    }

    [Fact]
    public void Initial_rows_are_those_of_the_view()
    {
        using var lab = new StreamLab(Filtered, Net());
        lab.Commit(Insert(1, "a"), Insert(2, "hidden"));
        lab.Create(OnView() with { ShowInitialRows = true });
        lab.Commit(Update(1, "b"));
        Assert.Equal("INSERT | false | 1 | a", lab.Rows("S.ON_VIEW"));
    }

    [Theory]
    [InlineData("groups rows")]
    [InlineData("shows distinct rows")]
    [InlineData("orders or limits its rows")]
    [InlineData("has an outer join")]
    [InlineData("compares its parts row by row")]
    [InlineData("asks a subquery for each row")]
    [InlineData("compares a row with its neighbours")]
    [InlineData("aggregates rows")]
    public void View_whose_changes_cannot_be_told_is_refused_with_the_reason(string reason)
    {
        Query query = reason switch
        {
            "groups rows" => Rows with { GroupBy = [Make.Column("t", "ID", SqlType.Int64)] },
            "shows distinct rows" => Rows with { Distinct = true },
            "orders or limits its rows" => Rows with { Take = 3 },
            "has an outer join" => Rows with { Joins = [new(JoinKind.Left, new ObjectSource("u", Name("S.T")), Make.True)] },
            "compares its parts row by row" => new SetQuery(SetOperator.Union, Rows, Rows),
            "asks a subquery for each row" => Rows with { Where = new ExistsExpression(Rows, Negated: false) },
            "compares a row with its neighbours" => Rows with { Columns = [new("ID", Make.RowNumber([], [])), Projected("t", "V")] },
            _ => Rows with { Columns = [new("ID", Make.Count()), new("V", Literal.Text("x"))] },
        };
        var problem = Assert.Throws<EngineException>(() => new StreamLab(View("S.V", query), OnView())).Message;
        Assert.StartsWith($"S.ON_VIEW can't run: PL0410: S.V {reason}; leave that to the load: a stream on a view takes", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Stream_on_a_dynamic_table_shows_what_a_refresh_changed()
    {
        using var lab = new StreamLab(Copied(RefreshMode.Incremental), Stream("S.ON_DYNAMIC", "S.D"));
        lab.Commit(Insert(1, "a"), Insert(2, "b"), Insert(2, "b"));
        lab.Refresh("S.D");
        Assert.Equal("INSERT | false | 1 | a\nINSERT | false | 2 | b\nINSERT | false | 2 | b", lab.Consume("S.ON_DYNAMIC"));
        lab.Refresh("S.D");
        Assert.Equal("", lab.Rows("S.ON_DYNAMIC"));
        lab.Commit(Update(1, "A"), Insert(2, "b"));
        Assert.Equal("", lab.Rows("S.ON_DYNAMIC"));
        lab.Refresh("S.D");
        Assert.Equal("DELETE | false | 1 | a\nINSERT | false | 1 | A\nINSERT | false | 2 | b", lab.Rows("S.ON_DYNAMIC"));
        lab.Commit(Delete(2));
        lab.Refresh("S.D");
        Assert.Equal("1 | A", lab.Query("SELECT ID, V FROM S.D"));
    }

    [Theory]
    [InlineData(RefreshMode.Full, StreamMode.Net, "rebuilt at each refresh")]
    [InlineData(RefreshMode.Incremental, StreamMode.AppendOnly, "no append-only streams")]
    public void Stream_that_a_dynamic_table_cannot_have_is_refused(RefreshMode refresh, StreamMode mode, string reason) => Assert.Contains(
        reason, Assert.Throws<EngineException>(() => new StreamLab(Copied(refresh), Stream("S.ON_DYNAMIC", "S.D", mode))).Message, StringComparison.Ordinal);

    private static DynamicTableObject Copied(RefreshMode refresh) =>
        new(Name("S.D"), "D", [Required("ID", SqlType.Int64), Text("V")], Rows, Warehouse) { Refresh = refresh };

    private static ViewObject View(string name, Query query) => new(Name(name), name, [Required("ID", SqlType.Int64), Text("V")], query);

    private static StreamObject OnView() => Stream("S.ON_VIEW", "S.V");

    private static Projection Projected(string source, string column) => new(column, Make.Column(source, column, column == "ID" ? SqlType.Int64 : SqlType.Text));

    private static BinaryExpression Concat(Expression left, Expression right) => new(BinaryOperator.Concat, left, right, SqlType.Text, false);
}
