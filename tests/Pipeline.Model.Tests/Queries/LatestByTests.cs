namespace Pipeline.Model.Tests.Queries;

public class LatestByTests
{
    [Fact]
    public void One_row_per_key_is_left_the_last_by_the_order()
    {
        var rows = Query.Of(
            new RawSale { Id = "A", Amount = "new", Arrival = 2 },
            new RawSale { Id = "A", Amount = "old", Arrival = 1 },
            new RawSale { Id = "B", Amount = "only", Arrival = 1 });

        Assert.Equal(["new", "only"], rows.LatestBy(r => r.Id, r => r.Arrival).Select(r => r.Amount).ToList());
    }

    [Fact]
    public void Order_may_have_several_parts()
    {
        var rows = Query.Of(
            new RawSale { Id = "A", Store = "S1", Amount = "first", Arrival = 1 },
            new RawSale { Id = "A", Store = "S2", Amount = "second", Arrival = 1 });

        Assert.Equal("second", rows.LatestBy(r => r.Id, r => (r.Arrival, r.Store)).FirstOrDefault()?.Amount);
    }

    [Fact]
    public void Rows_that_tie_become_one() =>
        Assert.Equal(1, Query.Of(new RawSale { Id = "A" }, new RawSale { Id = "A" }).LatestBy(r => r.Id, r => r.Arrival).Count());
}
