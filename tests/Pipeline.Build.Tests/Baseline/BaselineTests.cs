using Pipeline.Catalog;

namespace Pipeline.Build.Tests.Baseline;

/// <summary>The committed manifest is what was shipped: the build refuses what would lose it, until it is renamed or accepted.</summary>
public sealed class BaselineTests : IDisposable
{
    private const string NeverDeployed = "If it was never deployed, restore sql/manifest.json as it was, and build again.";

    private static readonly Column Id = new("STORE_ID", "StoreId", SqlType.Varchar(10), Nullable: false) { Roles = ColumnRoles.BusinessKey, At = new("Curated.cs", 11) };

    private static readonly Column City = new("CITY", "City", SqlType.Varchar(30), Nullable: true) { At = new("Curated.cs", 12) };

    private static readonly Column Area = new("AREA", "Area", SqlType.Number(12, 2), Nullable: true) { At = new("Curated.cs", 13) };

    private static readonly Column Badge = new("BADGE", "Badge", new(SqlTypeKind.Binary, 8), Nullable: true) { At = new("Curated.cs", 14) };

    private static readonly Column Opened = new("OPENED", "Opened", new(SqlTypeKind.TimestampNtz, 3), Nullable: true) { At = new("Curated.cs", 15) };

    private static readonly DimensionObject Store =
        new(new("CURATED", "DIM_STORE"), "Retail.DimStore", [Id, City, Area, Badge, Opened], Scd.Type1) { Deletes = Deletes.Ignore, At = new("Curated.cs", 9) };

    private readonly BuiltModel model = new BuiltModel().With(Store);

    public BaselineTests() => model.Build();

    public void Dispose() => model.Dispose();

    [Fact]
    public void Renamed_property_is_refused_with_the_fix_until_it_says_what_it_was()
    {
        var town = City with { Name = "TOWN", Property = "Town" };
        var shipped = model.Folder.Read("sql/manifest.json");
        model.With(Store with { Columns = [Id, town, Area, Badge, Opened] });

        var refused = "Curated.cs(12): PL0821: The column CITY of CURATED.DIM_STORE ('Retail.DimStore') was shipped and isn't in the model any more: its values would be lost. "
            + "If 'Town' is what it was, write [RenamedFrom(\"City\")] on it. If it may be lost, set PipelineAcceptLoss to drop-column:CURATED.DIM_STORE.CITY. " + NeverDeployed;
        Assert.Equal(refused, model.Errors());
        Assert.Equal(refused, model.Errors());
        Assert.Equal(shipped, model.Folder.Read("sql/manifest.json"));

        model.With(Store with { Columns = [Id, town with { FormerNames = ["CITY"] }, Area, Badge, Opened] }).Build();
        Assert.Contains("TOWN", model.Folder.Read("sql/manifest.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void Renamed_class_is_refused_with_the_fix_until_it_says_what_it_was()
    {
        var shop = Store with { Name = new("CURATED", "DIM_SHOP"), ClassName = "Retail.DimShop" };
        Assert.Equal(
            "Curated.cs(9): PL0820: The table CURATED.DIM_STORE of 'Retail.DimStore' was shipped and isn't in the model any more: its rows would stay behind, and the loads would no longer "
            + "know them. If 'Retail.DimShop' is what it was, write [RenamedFrom(\"DimStore\")] on it. If it may be lost, set PipelineAcceptLoss to drop-table:CURATED.DIM_STORE. " + NeverDeployed,
            model.With(shop).Errors());

        model.With(shop with { FormerNames = [Store.Name] }).Build();
    }

    [Fact]
    public void New_property_is_likely_to_be_one_of_those_that_are_gone_alone()
    {
        var region = City with { Name = "REGION", Property = "Region" };
        File.Delete(model.Folder.File("sql/manifest.json"));
        model.With(Store with { Columns = [Id, City, region] }).Build();

        var refused = model.With(Store with { Columns = [Id, City with { Name = "TOWN", Property = "Town" }] }).Errors().Split('\n');
        Assert.Contains("If 'Town' is what it was, write [RenamedFrom(\"City\")] on it.", refused[0], StringComparison.Ordinal);
        Assert.Contains("If another property is what it was, write [RenamedFrom(\"Region\")] on that.", refused[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Dropped_column_is_refused_until_it_is_accepted_by_its_name()
    {
        model.With(Store with { Columns = [Id, Area, Badge, Opened] });
        Assert.StartsWith("Curated.cs(9): PL0821: The column CITY of CURATED.DIM_STORE", model.Errors(), StringComparison.Ordinal);
        model.AcceptLoss = "drop-column:CURATED.DIM_STORE.AREA";
        Assert.StartsWith("Curated.cs(9): PL0821: The column CITY of CURATED.DIM_STORE", model.Errors(), StringComparison.Ordinal);
        model.AcceptLoss = "drop-column:CURATED.DIM_STORE.CITY";
        model.Build();
        Assert.Empty(model.Warnings);

        // What was accepted and built is the shipped shape from then on.
        model.AcceptLoss = "";
        Assert.True(model.Build().IsNothing);
    }

    public static TheoryData<string, DimensionObject> Changes => new()
    {
        { "PL0822: The column CITY of CURATED.DIM_STORE ('Retail.DimStore.City') was shipped as VARCHAR(30) and is VARCHAR(20) now: values that are there may have no place in it.", With(City with { Type = SqlType.Varchar(20) }) },
        { "PL0822: The column CITY of CURATED.DIM_STORE ('Retail.DimStore.City') was shipped as VARCHAR(30) and is BOOLEAN now: values that are there may have no place in it.", With(City with { Type = SqlType.Boolean }) },
        { "PL0822: The column CITY of CURATED.DIM_STORE ('Retail.DimStore.City') was shipped as VARCHAR(30) and is VARCHAR(30) NOT NULL now: rows that have no value in it couldn't be kept.", With(City with { Nullable = false }) },
        { "PL0822: The column AREA of CURATED.DIM_STORE ('Retail.DimStore.Area') was shipped as NUMBER(12,2) and is NUMBER(12,3) now", With(Area with { Type = SqlType.Number(12, 3) }) },
        { "PL0822: The column AREA of CURATED.DIM_STORE ('Retail.DimStore.Area') was shipped as NUMBER(12,2) and is NUMBER(10,2) now", With(Area with { Type = SqlType.Number(10, 2) }) },
        { "PL0822: The column BADGE of CURATED.DIM_STORE ('Retail.DimStore.Badge') was shipped as BINARY(8) and is BINARY(16) now: an account can't alter the one to the other.", With(Badge with { Type = new(SqlTypeKind.Binary, 16) }) },
        { "PL0822: The column OPENED of CURATED.DIM_STORE ('Retail.DimStore.Opened') was shipped as TIMESTAMP_NTZ(3) and is TIMESTAMP_NTZ(6) now: an account can't alter the one to the other.", With(Opened with { Type = SqlType.Timestamp }) },
        { "PL0823: 'Retail.DimStore' was shipped with STORE_ID as its key, and has CITY, STORE_ID now: the rows of CURATED.DIM_STORE that are there would be taken for others, or twice.", With(City with { Roles = ColumnRoles.BusinessKey }) },
        { "PL0823: 'Retail.DimStore' was shipped as a dimension of type 1 and is a dimension of type 2 now", Store with { Scd = Scd.Type2 } },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Change_that_loses_is_refused(string message, DimensionObject changed) => Assert.Contains(message, Assert.Single(model.With(changed).Errors().Split('\n')), StringComparison.Ordinal);

    [Fact]
    public void What_grows_is_taken() => model.With(
        Store with
        {
            Columns =
            [
                Id with { Type = SqlType.Varchar(20), Nullable = true }, City with { Type = SqlType.Text }, Area with { Type = SqlType.Number(14, 2) }, Badge, Opened,
                new("REGION", "Region", SqlType.Text, Nullable: true),
            ],
        },
        Store with { Name = new("CURATED", "DIM_REGION"), ClassName = "Retail.DimRegion" }).Build();

    [Fact]
    public void Renamed_key_is_the_same_key() =>
        model.With(Store with { Columns = [Id with { Name = "SHOP_ID", Property = "ShopId", FormerNames = ["STORE_ID"] }, City, Area, Badge, Opened] }).Build();

    [Fact]
    public void Accepted_loss_is_said_to_be_left_over_from_the_next_change_on()
    {
        const string LeftOver = "PipelineAcceptLoss accepts drop-column:CURATED.DIM_STORE.CITY, and this change of the model loses nothing of that name. "
            + "Take it out: left there, it accepts the next loss of the name unseen.";
        model.AcceptLoss = "drop-column:CURATED.DIM_STORE.CITY";
        model.With(Store with { Columns = [Id, Area, Badge, Opened] }).Build();
        Assert.Empty(model.Warnings);

        // A fresh clone has no state of the build.
        File.Delete(model.Folder.File("obj/pipeline.state"));
        model.Build();
        Assert.Empty(model.Warnings);

        model.With(Store with { Columns = [Id, Area, Badge, Opened, new("REGION", "Region", SqlType.Text, Nullable: true)] }).Build();
        Assert.Equal([new BuildError("PL0828", LeftOver)], model.Warnings);
    }

    [Fact]
    public void Accepted_loss_that_is_misspelled_is_named_beside_the_error()
    {
        model.AcceptLoss = "drop-colum:CURATED.DIM_STORE.CITY";
        var refused = Assert.Throws<BuildException>(model.With(Store with { Columns = [Id, Area, Badge, Opened] }).Build);
        Assert.Equal("PL0821", Assert.Single(refused.Errors).Code);
        Assert.StartsWith("PipelineAcceptLoss accepts drop-colum:CURATED.DIM_STORE.CITY, and this change", Assert.Single(refused.Warnings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Verifying_refuses_the_same() =>
        Assert.Equal("PL0821", Assert.Single(Assert.Throws<BuildException>(model.With(Store with { Columns = [Id, Area, Badge, Opened] }).Verify).Errors).Code);

    [Fact]
    public void Manifest_that_cannot_be_read_is_no_reason_to_forget_what_was_shipped()
    {
        model.Folder.Write("sql/manifest.json", "<<<<<<< HEAD\n");
        Assert.StartsWith("sql/manifest.json(1): PL0824: What was shipped can't be read:", model.Errors(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_manifest_nothing_was_shipped()
    {
        File.Delete(model.Folder.File("sql/manifest.json"));
        model.With(Store with { Columns = [Id] }).Build();
    }

    private static DimensionObject With(Column changed) => Store with { Columns = Store.Columns.Select(c => c.Name == changed.Name ? changed : c).ToEquatableArray() };
}
