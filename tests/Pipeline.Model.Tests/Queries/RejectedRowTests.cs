namespace Pipeline.Model.Tests.Queries;

public class RejectedRowTests
{
    private static readonly RawSale Good = new() { Id = "A", Amount = "12.50" };
    private static readonly RawSale Unparsable = new() { Id = "B", Amount = "twelve" };
    private static readonly RawSale Nameless = new() { Amount = "3" };

    private static Query<Sale> Typed(Query<RawSale> raw) =>
        from r in raw
        let amount = Sql.TryToDecimal(r.Amount, 12, 2).OrReject("amount isn't a number")
        select new Sale { Id = r.Id.OrReject(), Amount = amount };

    [Fact]
    public void Row_without_a_required_value_is_set_aside_with_its_reason()
    {
        var result = Typed(Query.Of(Good, Unparsable)).Evaluate();

        Assert.Equal(12.50m, Assert.Single(result.Rows).Amount);
        Assert.Equal(new RejectedRow(Unparsable, "amount isn't a number"), Assert.Single(result.Rejected));
    }

    [Fact]
    public void Reason_that_nobody_gave_says_that_a_value_is_missing() =>
        Assert.Equal("a required value is missing", Assert.Single(Typed(Query.Of(Nameless)).Evaluate().Rejected).Reason);

    [Fact]
    public void First_reason_in_the_order_written_is_kept()
    {
        var both = new RawSale { Amount = "x" };

        Assert.Equal(["amount isn't a number"], Typed(Query.Of(both)).Evaluate().Rejected.Select(r => r.Reason));
    }

    [Fact]
    public void Row_that_a_where_left_out_before_is_not_rejected()
    {
        var query =
            from r in Query.Of(Good, Unparsable)
            where r.Id != "B"
            let amount = Sql.TryToDecimal(r.Amount, 12, 2).OrReject("amount isn't a number")
            select amount;

        Assert.Empty(query.Evaluate().Rejected);
    }

    [Fact]
    public void Every_row_is_accepted_or_rejected()
    {
        var result = Typed(Query.Of(Good, Unparsable, Nameless, Good)).Evaluate();

        Assert.Equal(4, result.Rows.Count + result.Rejected.Count);
    }

    [Fact]
    public void Plain_reading_throws_what_a_rejected_row_is()
    {
        var rejection = Assert.Throws<RejectedRowException>(() => Typed(Query.Of(Unparsable)).ToList());

        Assert.Equal("The row is rejected: amount isn't a number", rejection.Message);
    }

    [Fact]
    public void Rows_are_rejected_in_joins_groups_and_orders_too()
    {
        var query =
            from r in Query.Of(Good, Nameless)
            join other in Query.Of(Good) on r.Id.OrReject("no id") equals other.Id
            group r by r.Id into g
            select g.Key;

        var result = query.Evaluate();

        Assert.Equal(["A"], result.Rows);
        Assert.Equal([new RejectedRow(Nameless, "no id")], result.Rejected);
    }
}
