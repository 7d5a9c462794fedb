using Loads.Tests.Facts.Sales;

namespace Loads.Tests.Facts;

/// <summary>The cases of facts and their members, each by its number, on rows.</summary>
public sealed class CaseTests
{
    private static readonly ProductChange[] NoProducts = [];

    private static CustomerChange Customer(int id, string segment, int minute, bool isDeleted = false) => new(id, segment, minute, isDeleted);

    private static SaleChange Sale(int id, int? customer, int minute, string? product = null, int amount = 10, int changed = 0, bool isDeleted = false) =>
        new(id, customer, product, amount, minute, changed, isDeleted);

    [Fact]
    public void Case23_Fact_before_its_member_is_unknown_and_gets_the_member_when_it_arrives()
    {
        using var run = new SalesRun();

        run.Deliver(new([], NoProducts, [Sale(1, 7, minute: 10, product: "A")]));
        Assert.Equal(["S1 | -1 | -3 | 10"], run.Facts());

        var load = run.Deliver(new([Customer(7, "GOLD", minute: 5)], [new("A", "TEA")], [])).Loads.Single(l => l.Target.Name == "FACT_SALES");
        Assert.Equal(["S1 | 7 GOLD since 00:05 | A | 10"], run.Facts());
        Assert.Equal((0L, 0L, 1L), (load.RowsRead, load.RowsLoaded, load.RowsRekeyed));
    }

    [Fact]
    public void Case23_Members_that_stand_for_none_are_there_from_the_start()
    {
        using var run = new SalesRun();

        Assert.Equal(
            ["-3 | -3 | INVALID |  | true", "-2 | -2 | NOT APPLICABLE |  | true", "-1 | -1 | UNKNOWN |  | true"],
            run.Rows("SELECT CUSTOMER_KEY, CUSTOMER_ID, SEGMENT, VALID_TO, IS_CURRENT FROM SALES.DIM_CUSTOMER ORDER BY 1").Select(r => r.Replace("True", "true")));
        Assert.Equal(["-3 | INVALID", "-2 | NOT APPLICABLE", "-1 | UNKNOWN"], run.Rows("SELECT PRODUCT_KEY, PRODUCT_ID FROM SALES.DIM_PRODUCT ORDER BY 1"));
    }

    [Fact]
    public void Case23_Fact_that_names_no_member_is_told_from_one_that_names_a_wrong_one()
    {
        using var run = new SalesRun();

        run.Deliver(new([], [new("A", "TEA")], [Sale(1, null, minute: 1, product: null), Sale(2, null, minute: 1, product: "Z"), Sale(3, null, minute: 1, product: "A")]));

        Assert.Equal(["S1 | -1 | -2 | 10", "S2 | -1 | -3 | 10", "S3 | -1 | A | 10"], run.Facts());
    }

    [Fact]
    public void Case24_Late_fact_gets_the_version_of_its_own_time_not_the_current_one()
    {
        using var run = new SalesRun();
        run.Deliver(new([Customer(7, "GOLD", minute: 0), Customer(7, "SILVER", minute: 10)], NoProducts, []));

        run.Deliver(new([], NoProducts, [Sale(1, 7, minute: 9), Sale(2, 7, minute: 10), Sale(3, 7, minute: 99)]));

        Assert.Equal(["S1 | 7 GOLD since 00:00 | -2 | 10", "S2 | 7 SILVER since 00:10 | -2 | 10", "S3 | 7 SILVER since 00:10 | -2 | 10"], run.Facts());
    }

    [Fact]
    public void Case24_Fact_before_the_first_version_or_after_a_delete_is_unknown_and_stays()
    {
        using var run = new SalesRun();

        run.Deliver(new([Customer(7, "GOLD", minute: 5), Customer(7, "GOLD", minute: 10, isDeleted: true)], NoProducts, [Sale(1, 7, minute: 4), Sale(2, 7, minute: 10)]));

        Assert.Equal(["S1 | -1 | -2 | 10", "S2 | -1 | -2 | 10"], run.Facts());
    }

    [Fact]
    public void Case25_Late_change_of_a_member_rekeys_the_facts_of_its_time_and_no_others()
    {
        using var run = new SalesRun();
        run.Deliver(new([Customer(7, "GOLD", minute: 0)], NoProducts, [Sale(1, 7, minute: 4), Sale(2, 7, minute: 6), Sale(3, 7, minute: 9), Sale(4, 8, minute: 6)]));

        var load = run.Deliver(new([Customer(7, "SILVER", minute: 5)], NoProducts, [])).Loads.Single(l => l.Target.Name == "FACT_SALES");

        Assert.Equal(
            ["S1 | 7 GOLD since 00:00 | -2 | 10", "S2 | 7 SILVER since 00:05 | -2 | 10", "S3 | 7 SILVER since 00:05 | -2 | 10", "S4 | -1 | -2 | 10"], run.Facts());
        Assert.Equal(2, load.RowsRekeyed);
        Assert.Equal(2, run.Number("SELECT SUM(ROWS_REKEYED)::BIGINT FROM PIPELINE.LOAD_RUNS WHERE TARGET = 'SALES.FACT_SALES'"));
    }

    [Fact]
    public void Case25_Version_that_is_taken_back_gives_its_facts_to_the_one_that_covers_them()
    {
        using var run = new SalesRun();
        run.Deliver(new([Customer(7, "GOLD", minute: 0), Customer(7, "SILVER", minute: 5)], NoProducts, [Sale(1, 7, minute: 6)]));

        run.Deliver(new([Customer(7, "GOLD", minute: 5)], NoProducts, []));

        Assert.Equal(["S1 | 7 GOLD since 00:00 | -2 | 10"], run.Facts());
    }

    [Fact]
    public void Case25_Aggregates_of_the_facts_follow_and_the_ledger_says_so()
    {
        using var run = new SalesRun();
        run.Deliver(new([Customer(7, "GOLD", minute: 0)], [new("A", "TEA")], [Sale(1, 7, minute: 4, product: "A"), Sale(2, 7, minute: 6, product: "A", amount: 30)]));
        Assert.Equal(["GOLD | TEA | 40 | 2 | 30"], run.BySegment());

        var load = run.Deliver(new([Customer(7, "SILVER", minute: 5)], NoProducts, [])).Loads.Single(l => l.Target.Name == "SALES_BY_SEGMENT");

        Assert.Equal(["GOLD | TEA | 10 | 1 | 10", "SILVER | TEA | 30 | 1 | 30"], run.BySegment());
        Assert.Equal((1L, 1L, 0L), (load.RowsInserted, load.RowsUpdated, load.RowsDeleted));
    }

    [Fact]
    public void Correction_replaces_a_fact_and_a_delete_at_the_source_removes_it()
    {
        using var run = new SalesRun();
        run.Deliver(new([], [new("A", "TEA")], [Sale(1, null, minute: 1, product: "A"), Sale(2, null, minute: 1, product: "A")]));

        run.Deliver(new([], NoProducts, [Sale(1, null, minute: 1, product: "A", amount: 20, changed: 1), Sale(2, null, minute: 1, changed: 1, isDeleted: true)]));

        Assert.Equal(["S1 | -1 | A | 20"], run.Facts());
        Assert.Equal(["UNKNOWN | TEA | 20 | 1 | 20"], run.BySegment());
    }

    [Fact]
    public void Fact_that_its_source_takes_back_is_marked_where_that_is_declared_and_lives_again_when_it_comes_back()
    {
        using var run = new SalesRun();
        const string Marked = "SELECT SALE_ID, AMOUNT, IS_DELETED FROM SALES.FACT_MARKED_SALES ORDER BY 1";
        run.Deliver(new([], NoProducts, [Sale(1, null, minute: 1), Sale(2, null, minute: 1)]));

        run.Deliver(new([], NoProducts, [Sale(1, null, minute: 1, changed: 1, isDeleted: true)]));
        Assert.Equal(["S1 | 10 | True", "S2 | 10 | False"], run.Rows(Marked));

        run.Deliver(new([], NoProducts, [Sale(1, null, minute: 1, amount: 20, changed: 2)]));
        Assert.Equal(["S1 | 20 | False", "S2 | 10 | False"], run.Rows(Marked));
    }

    [Fact]
    public void Correction_that_takes_a_row_out_of_the_query_takes_the_fact()
    {
        using var run = new SalesRun();
        run.Deliver(new([], NoProducts, [Sale(1, null, minute: 1, amount: 30)]));
        Assert.Equal(["S1 | 30"], run.Rows("SELECT SALE_ID, AMOUNT FROM SALES.FACT_BIG_SALES"));

        var load = run.Deliver(new([], NoProducts, [Sale(1, null, minute: 1, amount: 10, changed: 1)])).Loads.Single(l => l.Target.Name == "FACT_BIG_SALES");

        Assert.Empty(run.Rows("SELECT SALE_ID FROM SALES.FACT_BIG_SALES"));
        Assert.Equal((1L, 1L, 1L), (load.RowsRead, load.RowsFiltered, load.RowsDeleted));
    }

    [Fact]
    public void Group_without_facts_leaves_the_aggregate_and_a_change_of_a_dimension_moves_them()
    {
        using var run = new SalesRun();
        run.Deliver(new([], [new("A", "TEA")], [Sale(1, null, minute: 1, product: "A")]));

        run.Deliver(new([], [new("A", "COFFEE")], []));

        Assert.Equal(["UNKNOWN | COFFEE | 10 | 1 | 10"], run.BySegment());
    }
}
