using Pipeline.Catalog;

namespace Pipeline.Build.Tests.Baseline;

/// <summary>A column that no account could add to the rows that it has is refused when the model is built, not when it is deployed.</summary>
public sealed class AddedColumnTests : IDisposable
{
    private const string NeverDeployed = "If it was never deployed, restore sql/manifest.json as it was, and build again.";

    private static readonly DimensionObject Store = new(
        new("CURATED", "DIM_STORE"), "Retail.DimStore",
        [
            new("STORE_KEY", "StoreKey", SqlType.Int64, Nullable: false) { Roles = ColumnRoles.SurrogateKey },
            new("STORE_ID", "StoreId", SqlType.Varchar(10), Nullable: false) { Roles = ColumnRoles.BusinessKey },
        ],
        Scd.Type1) { Deletes = Deletes.Ignore, At = new("Curated.cs", 9) };

    private static readonly FactObject Sales = new(
        new("CURATED", "FACT_SALES"), "Retail.FactSales",
        [new("SALE_ID", "SaleId", SqlType.Varchar(30), Nullable: false) { Roles = ColumnRoles.Grain }, new("AMOUNT", "Amount", SqlType.Number(12, 2), Nullable: true)],
        FactKind.Transaction) { At = new("Curated.cs", 20) };

    private static readonly TableObject Regions = new(
        new("CURATED", "REGIONS"), "Retail.Regions", [new("CODE", "Code", SqlType.Varchar(2), Nullable: false)])
    {
        Rows = new("declared", ["CODE"], [new([Literal.Text("DE")])]), At = new("Curated.cs", 30),
    };

    private readonly BuiltModel model = new BuiltModel().With(Store, Sales, Regions);

    public AddedColumnTests() => model.Build();

    public void Dispose() => model.Dispose();

    [Fact]
    public void Column_that_is_never_null_has_nothing_for_the_rows_that_are_there()
    {
        model.With(Add(Store, new("CITY", "City", SqlType.Varchar(30), Nullable: false) { At = new("Curated.cs", 12) }), Sales, Regions);
        Assert.Equal(
            "Curated.cs(12): PL0825: The column CITY of CURATED.DIM_STORE ('Retail.DimStore.City') is new and VARCHAR(30) NOT NULL: the rows that are there have no value in it. "
            + "Let 'City' take null; once each row has a value, the question mark can go, and is accepted as narrow:CURATED.DIM_STORE.CITY. "
            + "If no account has rows in the table, set PipelineAcceptLoss to add-column:CURATED.DIM_STORE.CITY. " + NeverDeployed,
            model.Errors());

        model.AcceptLoss = "add-column:CURATED.DIM_STORE.CITY";
        model.Build();
    }

    [Fact]
    public void Key_that_the_account_gives_comes_to_new_rows_alone()
    {
        model.With(Store, Add(Sales, new("SALE_KEY", "SaleKey", SqlType.Int64, Nullable: false) { Roles = ColumnRoles.SurrogateKey }), Regions);
        Assert.StartsWith(
            "Curated.cs(20): PL0825: The column SALE_KEY of CURATED.FACT_SALES ('Retail.FactSales.SaleKey') is new and NUMBER(19,0) NOT NULL: "
            + "the account numbers rows only as they come, so the rows that are there would have no key. Make a second class that has it, and load that from this one.",
            model.Errors(), StringComparison.Ordinal);
    }

    [Fact]
    public void Time_of_loading_can_only_be_added_where_it_takes_null()
    {
        var loadedAt = new Column("LOADED_AT", "LoadedAt", SqlType.Timestamp, Nullable: false) { Roles = ColumnRoles.LoadTime };
        Assert.Contains("PL0825: The column LOADED_AT", model.With(Store, Add(Sales, loadedAt), Regions).Errors(), StringComparison.Ordinal);
        model.With(Store, Add(Sales, loadedAt with { Nullable = true }), Regions).Build();
    }

    public static TheoryData<CatalogObject> Fillable => new()
    {
        Add(Store, new("CITY", "City", SqlType.Text, Nullable: true)),
        Add(Store, new("IS_DELETED", "", SqlType.Boolean, Nullable: false) { Roles = ColumnRoles.IsDeleted }),
        Add(Store, new("IS_INFERRED", "IsInferred", SqlType.Boolean, Nullable: false) { Roles = ColumnRoles.IsInferred }),
        Add(Sales, new("STORE_KEY", "StoreKey", SqlType.Int64, Nullable: false) { ForeignKey = new(Store.Name, Missing.Unknown) }),
        Add(Regions, new("NAME", "Name", SqlType.Varchar(30), Nullable: false)) with { Rows = new("declared", ["CODE", "NAME"], [new([Literal.Text("DE"), Literal.Text("Germany")])]) },
    };

    [Theory]
    [MemberData(nameof(Fillable))]
    public void Column_whose_rows_can_be_filled_is_taken(CatalogObject changed) =>
        model.With(new CatalogObject[] { Store, Sales, Regions }.Select(o => o.Name == changed.Name ? changed : o).ToArray()).Build();

    [Fact]
    public void Column_that_a_new_key_takes_is_said_once()
    {
        model.With(Store, Add(Sales, new("LINE", "Line", SqlType.Int32, Nullable: false) { Roles = ColumnRoles.Grain }), Regions);
        Assert.Contains(": PL0823: ", Assert.Single(model.Errors().Split('\n')), StringComparison.Ordinal);
    }

    private static T Add<T>(T table, Column column) where T : TableObject => (T)(table with { Columns = [.. table.Columns, column] });
}
