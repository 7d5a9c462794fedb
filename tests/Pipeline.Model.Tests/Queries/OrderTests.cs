using System.Globalization;

namespace Pipeline.Model.Tests.Queries;

public class OrderTests
{
    [Fact]
    public void Nulls_come_first() =>
        Assert.Equal([null, "a", "b"], Query.Of("b", null, "a").OrderBy(x => x).ToList());

    [Fact]
    public void Nulls_come_last_in_the_opposite_order() =>
        Assert.Equal(["b", "a", null], Query.Of("b", null, "a").OrderByDescending(x => x).ToList());

    [Fact]
    public void Order_of_texts_is_that_of_their_characters_in_any_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("da-DK");      // where "aa" sorts after "z"

            Assert.Equal(["B", "a", "aa", "z"], Query.Of("z", "aa", "a", "B").OrderBy(x => x).ToList());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Ties_go_by_what_follows()
    {
        var rows = Query.Of((Day: 1, Id: "x"), (Day: 2, Id: "y"), (Day: 1, Id: "z"));

        var query = from r in rows orderby r.Day descending, r.Id descending select r.Id;

        Assert.Equal(["y", "z", "x"], query.ToList());
    }

    [Fact]
    public void Tuple_orders_by_its_parts_in_turn() =>
        Assert.Equal([(1, "b"), (2, "a")], Query.Of((2, "a"), (1, "b")).OrderBy(r => r).ToList());

    [Fact]
    public void Take_gives_the_first_by_the_order() =>
        Assert.Equal([1, 2], Query.Of(3, 1, 2).OrderBy(x => x).Take(2).ToList());
}
