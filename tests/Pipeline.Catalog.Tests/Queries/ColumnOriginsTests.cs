namespace Pipeline.Catalog.Tests.Queries;

/// <summary>What goes into a column is found behind every kind of step: what is missed would be shown unmasked.</summary>
public sealed class ColumnOriginsTests
{
    private static readonly QualifiedName People = new("CURATED", "PEOPLE");

    private static SelectQuery Emails(string name = "EMAIL") => new([new(name, Column("people", "EMAIL"))]) { From = new ObjectSource("people", People) };

    [Fact]
    public void Column_of_a_recursive_step_is_followed_to_where_it_began()
    {
        var again = new SelectQuery([new("EMAIL", Column("chain", "EMAIL"))]) { From = new CommonTableSource("chain", "CHAIN") };
        var query = Emails() with
        {
            With = [new("CHAIN", new SetQuery(SetOperator.UnionAll, Emails(), again)) { IsRecursive = true }],
            From = new CommonTableSource("people", "CHAIN"),
        };
        Assert.Equal([(People, "EMAIL")], ColumnOrigins.Of(query, "EMAIL"));
    }

    [Fact]
    public void Step_of_a_subquery_in_from_is_followed()
    {
        var inner = new SelectQuery([new("EMAIL", Column("known", "EMAIL"))]) { With = [new("KNOWN", Emails())], From = new CommonTableSource("known", "KNOWN") };
        Assert.Equal([(People, "EMAIL")], ColumnOrigins.Of(Emails() with { From = new SubquerySource("people", inner) }, "EMAIL"));
    }

    [Fact]
    public void Second_side_of_a_union_goes_by_its_places_not_by_its_names()
    {
        var first = new SelectQuery([new("CONTACT", Literal.Text("none"))]);
        Assert.Equal([(People, "EMAIL")], ColumnOrigins.Of(new SetQuery(SetOperator.UnionAll, first, Emails()), "CONTACT"));
    }

    [Fact]
    public void What_is_only_counted_or_compared_is_no_value_of_the_column()
    {
        var counted = new SelectQuery([new("N", new AggregateCall("Count", [Column("people", "EMAIL")], SqlType.Int64, Nullable: false))]) { From = new ObjectSource("people", People) };
        var compared = new SelectQuery([new("HAS", Make.Equal(Column("people", "EMAIL"), Literal.Text("a@x")))]) { From = new ObjectSource("people", People) };
        Assert.Empty(ColumnOrigins.Of(counted, "N").Concat(ColumnOrigins.Of(compared, "HAS")));
    }

    private static ColumnReference Column(string source, string name) => new(source, name, SqlType.Text, Nullable: true);
}
