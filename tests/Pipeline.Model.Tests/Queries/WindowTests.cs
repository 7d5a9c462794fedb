namespace Pipeline.Model.Tests.Queries;

public class WindowTests
{
    private static readonly IReadOnlyList<Window<Sale>> Store1 =
    [
        .. Query.Of(
            new Sale { Id = "C", Store = "S1", Amount = 30, SoldAt = new(2024, 1, 2) },
            new Sale { Id = "A", Store = "S1", Amount = 10, SoldAt = new(2024, 1, 1) },
            new Sale { Id = "X", Store = "S2", Amount = 99, SoldAt = new(2024, 1, 1) },
            new Sale { Id = "B", Store = "S1", Amount = 20, SoldAt = new(2024, 1, 2) })
        .Window(s => s.Store, s => s.SoldAt).Where(w => w.Row.Store == "S1").ToList(),
    ];

    [Fact]
    public void Rows_stand_in_order_within_their_partition() => Assert.Equal(["A", "C", "B"], Store1.Select(w => w.Row.Id));

    [Fact]
    public void Rows_are_numbered_from_1() => Assert.Equal([1, 2, 3], Store1.Select(w => w.RowNumber));

    [Fact]
    public void Rows_that_tie_share_a_rank() => Assert.Equal([1, 2, 2], Store1.Select(w => w.Rank));

    [Fact]
    public void Neighbours_are_null_beyond_the_ends()
    {
        Assert.Equal([null, "A", "C"], Store1.Select(w => w.Previous?.Id));
        Assert.Equal(["C", "B", null], Store1.Select(w => w.Next?.Id));
    }

    [Fact]
    public void First_and_last_are_the_ends_of_the_partition() => Assert.Equal(("A", "B"), (Store1[1].First.Id, Store1[1].Last.Id));

    [Fact]
    public void Running_sum_goes_row_by_row() => Assert.Equal([10, 40, 60], Store1.Select(w => w.RunningSum(s => s.Amount)));

    [Fact]
    public void Sum_max_and_count_are_those_of_the_partition() =>
        Assert.Equal((60m, 30m, 3L), (Store1[0].Sum(s => s.Amount), Store1[0].Max(s => s.Amount), Store1[0].Count));

    [Fact]
    public void Moving_average_takes_so_many_rows_before() =>
        Assert.Equal([10m, 20m, 25m], Store1.Select(w => w.MovingAverage(1, s => s.Amount)));
}
