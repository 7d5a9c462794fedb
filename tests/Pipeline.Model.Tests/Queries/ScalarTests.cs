namespace Pipeline.Model.Tests.Queries;

public class ScalarTests
{
    private static readonly Query<int> Nothing = Query.Of<int>();

    [Fact]
    public void Sum_of_nothing_is_0() => Assert.Equal(0, Nothing.Sum(x => x));

    [Fact]
    public void Max_of_nothing_is_null() => Assert.Null(Nothing.Max(x => (int?)x));

    [Fact]
    public void Max_of_nothing_that_cannot_be_null_tells_the_way_out()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Nothing.Max(x => x));

        Assert.Equal("Max of no rows has no value of type Int32. Make it nullable: Max(row => (Int32?)row.Column).", error.Message);
    }

    [Fact]
    public void Share_of_nothing_is_0() => Assert.Equal(0, Nothing.Share(x => x > 0));

    [Fact]
    public void Share_is_a_part_of_1() => Assert.Equal(0.25m, Query.Of(1, 2, 3, 4).Share(x => x > 3));

    [Fact]
    public void Rows_are_counted_and_looked_for()
    {
        var rows = Query.Of(1, 2, 2);

        Assert.Equal((3L, 2L, true, false), (rows.Count(), rows.CountDistinct(x => x), rows.Any(), rows.Any(x => x > 2)));
    }

    [Fact]
    public void Query_reads_its_rows_anew_each_time()
    {
        var rows = new List<int> { 1 };
        var query = Query.Of<int>(rows).Where(x => x > 0);

        rows.Add(2);

        Assert.Equal([1, 2], query.ToList());
    }

    [Fact]
    public void Rows_can_be_gone_through_one_by_one()
    {
        var sum = 0;
        foreach (var row in Query.Of(1, 2))
        {
            sum += row;
        }

        Assert.Equal(3, sum);
    }
}
