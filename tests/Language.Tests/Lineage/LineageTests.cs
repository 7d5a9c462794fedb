using Pipeline.Catalog;
using Pipeline.Catalog.Lineage;

namespace Language.Tests.Lineage;

/// <summary>What flows into columns of views, told by reading their C#: each case is a sentence about the query, not a copy of the outcome.</summary>
public sealed class LineageTests
{
    private static readonly LineageGraph Graph = LineageGraph.Of(new([.. ModelCatalog.Objects]));

    [Theory]
    // A plain column of the one or the other side of a join.
    [InlineData("InnerJoin.Name", "CUSTOMER.NAME Identity")]
    [InlineData("LeftJoin.Segment", "CUSTOMER.SEGMENT Transformation")]
    [InlineData("JoinByCondition.LaterId", "SALE.SALE_ID Identity")]
    [InlineData("AsOfJoin.Factor", "RATE.FACTOR Identity")]
    // Computed of a row: of what a let names, as of what it stands for.
    [InlineData("WhereAndLet.Net", "SALE.AMOUNT Transformation, SALE.DISCOUNT Transformation")]
    [InlineData("WhereAndLet.Twice", "SALE.AMOUNT Transformation, SALE.DISCOUNT Transformation")]
    [InlineData("OwnMethods.NetTwice", "SALE.AMOUNT Transformation, SALE.DISCOUNT Transformation")]
    // A mapping to constants is computed from what it compares, and is decided by it.
    [InlineData("Choices.Size", "SALE.AMOUNT Transformation+Conditional")]
    [InlineData("Choices.Enum", "SALE.CHANNEL Transformation+Conditional")]
    // Aggregates: values, and by what one of them is picked.
    [InlineData("GroupBy.Total", "SALE.AMOUNT Aggregation")]
    [InlineData("GroupBy.StoreId", "SALE.STORE_ID Identity")]
    [InlineData("GroupBy.NoteOfLast", "SALE.NOTE Aggregation, SALE.PAID_AT Sort, SALE.SALE_ID Sort")]
    [InlineData("GroupBy.Customers", "SALE.CUSTOMER_ID Aggregation")]
    [InlineData("GroupBy.Sales", "", Origins.Rows)]
    [InlineData("ManyJoins.InEuro", "RATE.FACTOR Aggregation, SALE.AMOUNT Aggregation")]
    [InlineData("PivotRows.LargestByPhone", "SALE.AMOUNT Aggregation, SALE.CHANNEL Filter")]
    // Windows: ranks have no values of their own; a neighbour's value is one of another row.
    [InlineData("Ranks.Rank", "SALE.AMOUNT Window, SALE.STORE_ID Window", Origins.Generated)]
    [InlineData("Neighbours.NoteAfter", "SALE.NOTE Transformation, SALE.PAID_AT Window, SALE.SALE_ID Window, SALE.STORE_ID Window")]
    [InlineData("RunningAggregates.Total", "SALE.AMOUNT Aggregation, SALE.STORE_ID Window")]
    [InlineData("RangeFrames.LastWeek", "SALE.AMOUNT Aggregation, SALE.SOLD_AT Window, SALE.STORE_ID Window")]
    // Subqueries: what is taken from them, and by what their rows are found.
    [InlineData("Subqueries.Spent", "SALE.AMOUNT Aggregation, CUSTOMER.CUSTOMER_ID Filter, SALE.CUSTOMER_ID Filter")]
    [InlineData("Subqueries.HasBought", "CUSTOMER.CUSTOMER_ID Filter, SALE.CUSTOMER_ID Filter", Origins.Rows)]
    [InlineData("FirstRow.Name", "CUSTOMER.NAME Identity")]
    // Set operations: by place, from both sides.
    [InlineData("UnionAll.Id", "CUSTOMER.CUSTOMER_ID Identity, SALE.CUSTOMER_ID Identity")]
    [InlineData("UnionAll.Kind", "", Origins.Constant)]
    // Documents: the path names the field, through an array too.
    [InlineData("DocumentPaths.FirstSku", "DOCUMENT.BODY:lines[0].sku Identity")]
    [InlineData("FlattenLines.Sku", "DOCUMENT.BODY:lines[].sku Identity")]
    [InlineData("FlattenTags.Tag", "DOCUMENT.BODY:tags[] Identity")]
    // Columns that become rows: which one is taken is decided row by row.
    [InlineData("UnpivotRows.Amount", "BUDGET.SPRING Transformation, BUDGET.SUMMER Transformation")]
    [InlineData("UnpivotRows.Season", "", Origins.Constant)]
    // A recursion: what its beginning takes as it is, its steps compute with.
    [InlineData("Hierarchy.EmployeeId", "EMPLOYEE.EMPLOYEE_ID Identity")]
    [InlineData("Hierarchy.Path", "EMPLOYEE.NAME Identity+Transformation")]
    [InlineData("Hierarchy.Depth", "", Origins.Constant)]
    [InlineData("HierarchyCounted.Root", "EMPLOYEE.NAME Identity")]
    // Rows that no table has.
    [InlineData("NumberSeries.Square", "", Origins.Generated)]
    [InlineData("DaySeries.Day", "", Origins.Generated)]
    [InlineData("DaySeries.Sales", "SALE.SOLD_ON Filter", Origins.Rows)]
    public void Column_is_made_of(string column, string sources, Origins origin = Origins.None)
    {
        var lineage = Graph.Of(Field(column));
        Assert.Equal(Sorted(sources), lineage.Sources.Select(Text).Order(StringComparer.Ordinal));
        if (lineage.Sources.All(s => !s.IsDirect)) Assert.Equal(origin, lineage.Origins);
    }

    [Theory]
    [InlineData("WhereAndLet", "SALE.AMOUNT Filter, SALE.DISCOUNT Filter, SALE.NOTE Filter")]
    [InlineData("InnerJoin", "SALE.CUSTOMER_ID Join, CUSTOMER.CUSTOMER_ID Join")]
    [InlineData("AsOfJoin", "SALE.CURRENCY Join, RATE.CURRENCY Join, SALE.SOLD_AT Join, RATE.VALID_FROM Join")]
    [InlineData("CrossJoin", "")]
    [InlineData("GroupByRecord", "SALE.CUSTOMER_ID GroupBy, SALE.SOLD_ON GroupBy")]
    [InlineData("DistinctRows", "SALE.STORE_ID GroupBy, SALE.CUSTOMER_ID GroupBy")]
    [InlineData("SkipAndTake", "SALE.PAID_AT Sort, SALE.SALE_ID Sort")]
    [InlineData("LatestRows", "SALE.STORE_ID Filter, SALE.PAID_AT Filter, SALE.SALE_ID Filter")]
    [InlineData("UnionAll", "")]
    [InlineData("Union", "SALE.CUSTOMER_ID GroupBy, CUSTOMER.CUSTOMER_ID GroupBy")]
    [InlineData("Intersect", "SALE.CUSTOMER_ID Filter, CUSTOMER.CUSTOMER_ID Filter")]
    [InlineData("FlattenLines", "DOCUMENT.BODY:lines Join, DOCUMENT.BODY:lines[].price Filter")]
    [InlineData("Hierarchy", "EMPLOYEE.MANAGER_ID Filter+Join, EMPLOYEE.EMPLOYEE_ID Join")]
    [InlineData("NumberSeries", "")]
    public void Rows_are_decided_by(string view, string sources) =>
        Assert.Equal(Sorted(sources), Graph.RowsOf(View(view).Name).Select(Text).Order(StringComparer.Ordinal));

    [Fact]
    public void Part_of_a_document_is_followed_down_to_where_it_is_read()
    {
        var documents = ModelCatalog.Table(typeof(Document)).Name;
        var readers = Graph.Readers(new(documents, "BODY", "lines[].sku")).Select(r => r.Target.ToString()).ToList();

        Assert.Contains("SHOP.FLATTEN_LINES.SKU", readers);
        Assert.DoesNotContain("SHOP.FLATTEN_LINES.PRICE", readers);
        Assert.DoesNotContain("SHOP.FLATTEN_TAGS.TAG", readers);
    }

    private static FieldName Field(string column)
    {
        var view = View(column.Split('.')[0]);
        return new(view.Name, view.Columns.Single(c => c.Property == column.Split('.')[1]).Name);
    }

    private static ViewObject View(string name) => ModelCatalog.Objects.OfType<ViewObject>().Single(v => v.ClassName == "Language." + name);

    private static IEnumerable<string> Sorted(string sources) => sources.Split(", ", StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);

    private static string Text(SourceColumn source) => source.Field.ToString()["SHOP.".Length..] + " " + source.Ways.ToString().Replace(", ", "+", StringComparison.Ordinal);
}
