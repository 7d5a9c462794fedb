namespace Pipeline.Model.Tests.Streams;

public class StreamTests
{
    [Fact]
    public void Stream_gives_the_rows_that_a_test_puts_into_it()
    {
        var stream = new RawSaleStream { Rows = [new() { Id = "A" }, new() { Id = "B" }] };

        Assert.Equal(["A", "B"], (from r in stream select r.Id).ToList());
    }

    [Fact]
    public void Stream_that_saw_nothing_is_empty() => Assert.False(new RawSaleStream().Any());

    [Fact]
    public void Rows_are_inserts_to_one_who_reads_the_changes()
    {
        var stream = new RawSaleStream { Rows = [new() { Id = "A" }] };

        Assert.Equal([(ChangeAction.Insert, false, "row-1")], stream.Changes.Select(c => (c.Action, c.IsUpdate, c.RowId)).ToList());
    }

    [Fact]
    public void Update_is_a_delete_and_an_insert_of_which_a_load_sees_the_new_values()
    {
        var stream = new RawSaleStream
        {
            Changes = Query.Of(
                new Change<RawSale> { Row = new() { Id = "A", Amount = "1" }, Action = ChangeAction.Delete, IsUpdate = true, RowId = "1" },
                new Change<RawSale> { Row = new() { Id = "A", Amount = "2" }, Action = ChangeAction.Insert, IsUpdate = true, RowId = "1" }),
        };

        Assert.Equal(["2"], stream.Select(r => r.Amount).ToList());
    }
}
