namespace Pipeline.Model.Tests.Queries;

public class GroupTests
{
    private static readonly Query<Sale> Sales = Query.Of(
        new Sale { Id = "A", Store = "S1", Amount = 10, CustomerId = 7, SoldAt = new(2024, 1, 1) },
        new Sale { Id = "B", Store = "S1", Amount = 30, CustomerId = null, SoldAt = new(2024, 1, 3) },
        new Sale { Id = "C", Store = "S1", Amount = 20, CustomerId = 7, SoldAt = new(2024, 1, 2) },
        new Sale { Id = "D", Store = null, Amount = 5 });

    private static Group<string?, Sale> Store1 => Sales.GroupBy(s => s.Store).ToList().Single(g => g.Key == "S1");

    private static Group<string?, Sale> NoStore => Sales.GroupBy(s => s.Store).ToList().Single(g => g.Key is null);

    [Fact]
    public void Rows_without_a_key_are_a_group_too() => Assert.Equal(1, NoStore.Count());

    [Fact]
    public void Sum_adds_up() => Assert.Equal(60, Store1.Sum(s => s.Amount));

    [Fact]
    public void Sum_of_nulls_is_0() => Assert.Equal(0, NoStore.Sum(s => s.CustomerId));

    [Fact]
    public void Sum_keeps_the_type_of_the_value() => Assert.Equal(14, Assert.IsType<int>(Store1.Sum(s => s.CustomerId ?? 0)));

    [Fact]
    public void Sum_that_the_type_cannot_hold_is_an_error() =>
        Assert.Throws<OverflowException>(() => Store1.Sum(_ => int.MaxValue));

    [Fact]
    public void Average_leaves_nulls_out() => Assert.Equal(7, Store1.Average(s => s.CustomerId));

    [Fact]
    public void Average_of_nulls_is_null() => Assert.Null(NoStore.Average(s => s.CustomerId));

    [Fact]
    public void Min_and_max_leave_nulls_out() => Assert.Equal((7, 7), (Store1.Min(s => s.CustomerId), Store1.Max(s => s.CustomerId)));

    [Fact]
    public void Max_of_nulls_is_null() => Assert.Null(NoStore.Max(s => s.CustomerId));

    [Fact]
    public void Different_values_are_counted_once_and_nulls_not_at_all() => Assert.Equal(1, Store1.CountDistinct(s => s.CustomerId));

    [Fact]
    public void Condition_is_counted() => Assert.Equal(2, Store1.Count(s => s.Amount >= 20));

    [Fact]
    public void Last_is_the_value_of_the_row_that_comes_last() => Assert.Equal("B", Store1.Last(s => s.Id, s => (s.SoldAt, s.Id)));

    [Fact]
    public void Percentile_lies_on_the_line_between_two_values() =>
        Assert.Equal(15m, Sales.Where(s => s.Amount < 30).GroupBy(_ => 1).Select(g => g.Percentile(0.75, s => s.Amount)).FirstOrDefault());

    [Fact]
    public void Texts_are_joined_in_their_own_order() => Assert.Equal("A,B,C", Store1.Join(",", s => s.Id));

    [Fact]
    public void All_and_any_ask_every_row() => Assert.Equal((false, true), (Store1.All(s => s.Amount > 10), Store1.Any(s => s.Amount > 10)));

    [Fact]
    public void Group_may_be_named_by_several_columns_and_filtered()
    {
        var query =
            from s in Sales
            group s.Amount by (s.Store, Month: Sql.TruncateToMonth(DateOnly.FromDateTime(s.SoldAt))) into g
            where g.Count() > 1
            select (g.Key.Store, g.Key.Month, Total: g.Sum(amount => amount));

        Assert.Equal([("S1", new DateOnly(2024, 1, 1), 60m)], query.ToList());
    }
}
