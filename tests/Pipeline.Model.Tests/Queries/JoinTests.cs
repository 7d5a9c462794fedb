namespace Pipeline.Model.Tests.Queries;

public class JoinTests
{
    private static readonly Query<Customer> Customers = Query.Of(
        new Customer { CustomerId = 7, Segment = "GOLD" },
        new Customer { CustomerId = 8, Segment = "SILVER" });

    private static readonly Query<Sale> Sales = Query.Of(
        new Sale { Id = "A", CustomerId = 7 },
        new Sale { Id = "B", CustomerId = null },
        new Sale { Id = "C", CustomerId = 99 });

    [Fact]
    public void Inner_join_keeps_what_matches()
    {
        var query =
            from s in Sales
            join c in Customers on s.CustomerId equals c.CustomerId
            select $"{s.Id} {c.Segment}";

        Assert.Equal(["A GOLD"], query.ToList());
    }

    [Fact]
    public void Left_join_keeps_every_row_of_the_left()
    {
        var query =
            from s in Sales
            join c in Customers.Optional() on s.CustomerId equals c.CustomerId
            select $"{s.Id} {c?.Segment ?? "none"}";

        Assert.Equal(["A GOLD", "B none", "C none"], query.ToList());
    }

    [Fact]
    public void Null_key_matches_nothing_not_even_null()
    {
        var query =
            from left in Sales
            join right in Sales on left.CustomerId equals right.CustomerId
            select left.Id + right.Id;

        Assert.Equal(["AA", "CC"], query.ToList());
    }

    [Fact]
    public void Key_of_several_columns_with_a_null_in_it_matches_nothing()
    {
        var query =
            from left in Sales
            join right in Sales on (left.CustomerId, left.Store ?? "S1") equals (right.CustomerId, right.Store ?? "S1")
            select left.Id;

        Assert.Equal(["A", "C"], query.ToList());
    }

    [Fact]
    public void Anonymous_key_with_a_null_in_it_matches_nothing()
    {
        var query =
            from left in Sales
            join right in Sales on new { left.CustomerId } equals new { right.CustomerId }
            select left.Id;

        Assert.Equal(["A", "C"], query.ToList());
    }

    [Fact]
    public void Second_from_pairs_each_row_with_each()
    {
        var query =
            from s in Sales
            from c in Customers
            where s.Id == "A"
            select $"{s.Id}{c.CustomerId}";

        Assert.Equal(["A7", "A8"], query.ToList());
    }
}
