namespace Pipeline.Model.Tests.Queries;

public class KeyOfTests
{
    private static readonly Query<Customer> Customers = Query.Of(
        new Customer { CustomerKey = 1, CustomerId = 7, StartDate = new(2024, 1, 1), EndDate = new(2024, 2, 1) },
        new Customer { CustomerKey = 2, CustomerId = 7, StartDate = new(2024, 2, 1), IsCurrent = true });

    [Fact]
    public void Key_is_that_of_the_current_version() => Assert.Equal(2, Customers.KeyOf(c => c.CustomerId == 7));

    [Fact]
    public void Key_at_a_time_is_that_of_the_version_valid_then() =>
        Assert.Equal(1, Customers.KeyOf(c => c.CustomerId == 7, asOf: new(2024, 1, 31, 23, 59, 59)));

    [Fact]
    public void Version_begins_with_its_start_and_ends_before_its_end() =>
        Assert.Equal(2, Customers.KeyOf(c => c.CustomerId == 7, asOf: new(2024, 2, 1)));

    [Fact]
    public void Missing_member_is_the_unknown_member() => Assert.Equal(-1, Customers.KeyOf(c => c.CustomerId == 8));

    [Fact]
    public void Time_before_the_first_version_finds_the_unknown_member() =>
        Assert.Equal(-1, Customers.KeyOf(c => c.CustomerId == 7, asOf: new(2023, 12, 31)));

    [Fact]
    public void No_key_matches_no_member()
    {
        int? nobody = null;

        Assert.Equal(-1, Customers.KeyOf(c => c.CustomerId == nobody));
    }

    [Fact]
    public void Rows_at_a_time_are_one_per_key() =>
        Assert.Equal([1L], Customers.AsOf(new(2024, 1, 15)).Select(c => c.CustomerKey).ToList());

    [Fact]
    public void Class_without_a_surrogate_key_says_so()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Query.Of(new Sale { Id = "A" }).KeyOf(s => s.Id == "A"));

        Assert.Equal("Sale has no [SurrogateKey] column, so KeyOf has nothing to give.", error.Message);
    }
}
