using Pipeline.Catalog;
using Pipeline.Catalog.Lineage;
using Xunit.Abstractions;

namespace Pipeline.Engine.Tests.Lineage;

/// <summary>The truth about the lineage of loads, by experiment: one field of one line of a file is changed, the whole chain is run, and whatever changes in a table must name, among its own sources, one that changed.</summary>
public sealed class ChainPerturbationTests(ITestOutputHelper output)
{
    private static readonly string[] Customers = ["7,GOLD,2024-02-01 00:00:00", "8,,2024-02-02 00:00:00", "7,BLACK,2024-02-20 00:00:00"];
    private static readonly string[] LaterCustomers = ["7,SILVER,2024-02-10 00:00:00", "8,GOLD,2024-03-01 00:00:00"];
    private static readonly string[] Orders = ["1,7,10.50,2024-02-03 10:00:00", "2,8,5.25,2024-02-15 11:00:00", "3,9,7.00,2024-02-25 12:00:00"];
    private static readonly string[] LaterOrders = ["2,8,6.25,2024-02-16 11:00:00", "4,7,1.00,2024-02-12 09:00:00"];

    private static readonly CompiledCatalog Catalog = CatalogCompletion.Complete(Shop.Catalog);
    private static readonly LineageGraph Graph = LineageGraph.Of(Catalog);
    private static readonly Lazy<HashSet<(FieldName Field, string Values)>> Unchanged = new(() => Run(null));

    public static TheoryData<string, string> Changes => new()
    {
        { "CUSTOMER_ID", "7,SILVER,2024-02-10 00:00:00 -> 8,SILVER,2024-02-10 00:00:00" },
        { "SEGMENT", "7,BLACK,2024-02-20 00:00:00 -> 7,GOLD,2024-02-20 00:00:00" },
        { "CHANGED_AT", "7,SILVER,2024-02-10 00:00:00 -> 7,SILVER,2024-02-24 00:00:00" },
        { "ORDER_ID", "4,7,1.00,2024-02-12 09:00:00 -> 1,7,1.00,2024-02-12 09:00:00" },
        { "AMOUNT", "2,8,6.25,2024-02-16 11:00:00 -> 2,8,60.00,2024-02-16 11:00:00" },
        { "AMOUNT", "1,7,10.50,2024-02-03 10:00:00 -> 1,7,-1,2024-02-03 10:00:00" },
        { "ORDERED_AT", "1,7,10.50,2024-02-03 10:00:00 -> 1,7,10.50,2024-02-22 10:00:00" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void What_changes_in_a_table_names_a_source_that_changed(string field, string change)
    {
        var parts = change.Split(" -> ");
        var changed = Run((parts[0], parts[1])).Except(Unchanged.Value).Select(c => c.Field).ToHashSet();
        output.WriteLine(string.Join("\n", changed));

        Assert.True(changed.Count >= 3, "The change changes too little to prove anything.");
        changed.Add(new(new("LANDING", "BUCKET"), field, IsFile: true));

        // The numbers that a table gives to new rows go with its rows: the same numbers stand for others where the rows changed.
        changed.UnionWith(changed.Where(f => !f.IsFile).SelectMany(f => Graph.ColumnsOf(f.Object).Select(c => f with { Column = c.Name })).Where(f => IsOnly(f, Origins.Sequence)).ToList());
        Assert.All(changed.Where(f => !f.IsFile && !IsOnly(f, Origins.Sequence)), f => Assert.True(
            Graph.Of(f).Sources.Concat(Graph.RowsOf(f.Object)).Any(s => changed.Contains(s.Field)), $"{f} changes, and none of its sources does."));
    }

    private static bool IsOnly(FieldName field, Origins origin) => Graph.Of(field) is var lineage && lineage.Origins == origin && lineage.Sources.All(s => !s.IsDirect);

    // What each column holds, as a bag; but for what tells of the run.
    private static HashSet<(FieldName Field, string Values)> Run((string From, string To)? change)
    {
        using var run = new ShopRun();
        string Lines(string[] lines) => string.Concat(lines.Select(l => (l == change?.From ? change.Value.To : l) + "\n"));
        Assert.True(run.Deliver(Lines(Customers), Lines(Orders)).Succeeded);
        Assert.True(run.Deliver(Lines(LaterCustomers), Lines(LaterOrders)).Succeeded);
        return
        [
            .. Catalog.Objects.SelectMany(o => ColumnMember.ColumnsOf(o).Select(c => new FieldName(o.Name, c.Name)))
                .Where(f => !IsOnly(f, Origins.Audit)).Select(f => (f, run.Rows(f.Object.ToString(), $"\"{f.Column}\""))),
        ];
    }
}
