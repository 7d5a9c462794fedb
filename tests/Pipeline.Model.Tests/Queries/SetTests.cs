namespace Pipeline.Model.Tests.Queries;

public class SetTests
{
    private static RawSale Row(string id, string? store = null) => new() { Id = id, Store = store };

    private static IEnumerable<string?> Ids(Query<RawSale> rows) => rows.ToList().Select(r => r.Id);

    [Fact]
    public void Rows_are_the_same_when_all_their_columns_are() =>
        Assert.Equal(["A", "A"], Ids(Query.Of(Row("A"), Row("A"), Row("A", "S1")).Distinct()));

    [Fact]
    public void Concat_keeps_duplicates() => Assert.Equal(["A", "A"], Ids(Query.Of(Row("A")).Concat(Query.Of(Row("A")))));

    [Fact]
    public void Union_does_not() => Assert.Equal(["A", "B"], Ids(Query.Of(Row("A")).Union(Query.Of(Row("A"), Row("B")))));

    [Fact]
    public void Except_leaves_out_what_the_others_have() =>
        Assert.Equal(["B"], Ids(Query.Of(Row("A"), Row("B"), Row("B")).Except(Query.Of(Row("A")))));
}
