using Pipeline.Catalog;
using Pipeline.Testing;

namespace Pipeline.Sql.Tests;

/// <summary>A table that is there is brought up to the model's by what loses nothing; what would lose something stops the deployment.</summary>
public sealed class TableShapesTests : IDisposable
{
    private static readonly DimensionObject Store = new(
        new("CURATED", "DIM_STORE"), "Retail.DimStore",
        [
            Catalogs.Of("STORE_KEY", SqlType.Int64, ColumnRoles.SurrogateKey),
            Catalogs.Of("STORE_ID", SqlType.Varchar(10), ColumnRoles.BusinessKey),
            Catalogs.Of("AREA", SqlType.Number(12, 2), nullable: true),
            Catalogs.Text("CITY", 30),
        ], Scd.Type1);

    private static readonly string[] Deployed =
        ["STORE_KEY NUMBER(19,0) NOT NULL AUTOINCREMENT", "STORE_ID VARCHAR(10) NOT NULL", "AREA NUMBER(12,2)", "CITY VARCHAR(30)"];

    private readonly LiveAccount account = new();

    public void Dispose() => account.Dispose();

    [Fact]
    public void Table_of_the_model_s_shape_is_left_alone() => Assert.Equal("", account.Has("CURATED.DIM_STORE", 3, Deployed).Deploy(Catalogs.Of(Store)));

    [Fact]
    public void Table_of_another_name_is_not_looked_at() =>
        Assert.Equal("", account.Has("CURATED.DIM_STORE", 3, Deployed).Has("CURATED.BY_HAND", 3, "ANYTHING VARIANT NOT NULL").Deploy(Catalogs.Of(Store)));

    [Fact]
    public void New_column_is_added_with_its_comment_and_once()
    {
        var grown = Catalogs.Of(Store with { Columns = [.. Store.Columns, Catalogs.Text("Owner \"A\"", 20) with { Comment = "The tenant's name, by C:\\lists." }] });
        account.Has("CURATED.DIM_STORE", 3, Deployed);
        Assert.Equal(""""
            ALTER TABLE "CURATED"."DIM_STORE" ADD COLUMN "Owner ""A""" VARCHAR(20) COMMENT 'The tenant''s name, by C:\\lists.'
            """", account.Deploy(grown));
    }

    [Fact]
    public void Second_deployment_finds_nothing_to_do()
    {
        var grown = Catalogs.Of(Store with
        {
            Comment = "Stores.",
            RetentionDays = 30,
            ClusterBy = ["CITY", "STORE_ID"],
            Columns =
            [
                Store.Columns[0], Store.Columns[1] with { Type = SqlType.Text, Nullable = true, Comment = "The register's." }, Store.Columns[2] with { Type = SqlType.Number(14, 2) }, Store.Columns[3],
                Catalogs.Of("OPENED", SqlType.Timestamp, nullable: true), Catalogs.Of("IS_DELETED", SqlType.Boolean, ColumnRoles.IsDeleted),
                Catalogs.Text("OWNER") with { Mask = new(new("GOVERNANCE", "NAME_MASK"), []), Comment = "Whose it is." },
            ],
        });
        account.Has("CURATED.DIM_STORE", 3, [.. Deployed, "PHONE VARCHAR NOT NULL"]);
        VerifiedFile.ShouldHold("GROWN_DIM_STORE", account.Deploy(grown).Replace("\n", ";\n") + ";\n");
        Assert.Equal("", account.Deploy(grown));
    }

    [Fact]
    public void Deployment_that_was_cut_off_goes_on_where_it_was()
    {
        var grown = Catalogs.Of(Store with { Columns = [.. Store.Columns, Catalogs.Text("OWNER"), Catalogs.Text("PHONE")] });
        Assert.Equal(
            "ALTER TABLE \"CURATED\".\"DIM_STORE\" ADD COLUMN \"PHONE\" VARCHAR",
            account.Has("CURATED.DIM_STORE", 3, [.. Deployed, "OWNER VARCHAR"]).Deploy(grown));
    }

    [Fact]
    public void New_key_of_a_dimension_refers_to_its_unknown_member_in_the_rows_that_are_there()
    {
        var sales = new FactObject(new("CURATED", "FACT_SALES"), "Retail.FactSales",
            [Catalogs.Of("SALE_ID", SqlType.Varchar(30), ColumnRoles.Grain), Catalogs.Of("STORE_KEY", SqlType.Int64) with { ForeignKey = new(Store.Name, Missing.Unknown) { NoKey = Member.NotApplicable } }],
            FactKind.Transaction);
        Assert.Equal(
            "ALTER TABLE \"CURATED\".\"FACT_SALES\" ADD COLUMN \"STORE_KEY\" NUMBER(19,0) DEFAULT -2 NOT NULL",
            account.Has("CURATED.DIM_STORE", 3, Deployed).Has("CURATED.FACT_SALES", 9, "SALE_ID VARCHAR(30) NOT NULL").Deploy(Catalogs.Of(Store, sales)));
    }

    [Fact]
    public void Masked_column_comes_with_its_mask_after_the_columns_that_the_mask_reads()
    {
        var mask = new MaskingPolicyObject(new("GOVERNANCE", "NAME_MASK"), "Retail.NameMask", [new("value", SqlType.Text), new("shown", SqlType.Boolean)], Make.Column("", "value", SqlType.Text));
        var grown = Store with
        {
            Columns = [.. Store.Columns, Catalogs.Text("MANAGER") with { Mask = new(mask.Name, ["PUBLIC_NAME"]) }, Catalogs.Of("PUBLIC_NAME", SqlType.Boolean, nullable: true)],
        };
        Assert.Equal("""
            ALTER TABLE "CURATED"."DIM_STORE" ADD COLUMN "PUBLIC_NAME" BOOLEAN
            ALTER TABLE "CURATED"."DIM_STORE" ADD COLUMN "MANAGER" VARCHAR WITH MASKING POLICY GOVERNANCE.NAME_MASK USING (MANAGER, PUBLIC_NAME)
            """, account.Has("CURATED.DIM_STORE", 3, Deployed).Deploy(Catalogs.Of(mask, grown)));
    }

    [Fact]
    public void Column_that_the_model_has_no_more_stays_and_lets_loads_go_on() => Assert.Equal(
        "ALTER TABLE \"CURATED\".\"DIM_STORE\" ALTER COLUMN \"PHONE\" DROP NOT NULL",
        account.Has("CURATED.DIM_STORE", 3, [.. Deployed, "PHONE VARCHAR(20) NOT NULL", "FAX VARCHAR(20)", "KIND VARCHAR(9) DEFAULT 'SHOP' NOT NULL"]).Deploy(Catalogs.Of(Store)));

    [Fact]
    public void Wider_column_than_the_model_s_stays_as_it_is() =>
        Assert.Equal("", account.Has("CURATED.DIM_STORE", 3, Deployed[0], "STORE_ID VARCHAR(50) NOT NULL", "AREA NUMBER(38,2)", "CITY VARCHAR").Deploy(Catalogs.Of(Store)));

    [Fact]
    public void Longer_retention_and_a_comment_of_somebody_else_stay() =>
        Assert.Equal("", account.Has("CURATED.DIM_STORE", 3, Deployed).With("RETENTION_TIME = 90, COMMENT = 'By hand.', CLUSTERING_KEY = 'LINEAR(AREA)'").Deploy(Catalogs.Of(Store with { RetentionDays = 30 })));

    [Fact]
    public void Key_of_clustering_is_the_same_however_the_account_writes_it() => Assert.Equal("", account.Has("CURATED.DIM_STORE", 3, Deployed).With("CLUSTERING_KEY = 'LINEAR(CITY,STORE_ID)'")
        .Deploy(Catalogs.Of(Store with { ClusterBy = ["CITY", "STORE_ID"] })));

    public static TheoryData<string, string[]> Stops => new()
    {
        { "AREA is NUMBER(12,3), in the model NUMBER(12,2)", [Deployed[0], Deployed[1], "AREA NUMBER(12,3)", Deployed[3]] },
        { "AREA is VARCHAR(12), in the model NUMBER(12,2)", [Deployed[0], Deployed[1], "AREA VARCHAR(12)", Deployed[3]] },
        { "STORE_ID takes null, in the model it does not", [Deployed[0], "STORE_ID VARCHAR(10)", Deployed[2], Deployed[3]] },
        { "STORE_ID is missing, and rows that are there would have no value in it", [Deployed[0], Deployed[2], Deployed[3]] },
        { "STORE_KEY is missing, and rows that are there would have no value in it", [Deployed[1], Deployed[2], Deployed[3]] },
    };

    [Theory]
    [MemberData(nameof(Stops))]
    public void What_would_lose_something_stops_the_deployment(string difference, string[] live) =>
        Assert.Equal("stops: CURATED.DIM_STORE: " + difference, account.Has("CURATED.DIM_STORE", 3, [.. live, "PHONE VARCHAR(20) NOT NULL"]).Deploy(Catalogs.Of(Store)));

    [Fact]
    public void Empty_table_takes_any_column() => Assert.Equal("""
        ALTER TABLE "CURATED"."DIM_STORE" ADD COLUMN "STORE_ID" VARCHAR(10) NOT NULL
        ALTER TABLE "CURATED"."DIM_STORE" ADD COLUMN "STORE_KEY" NUMBER(19,0) AUTOINCREMENT START 1 INCREMENT 1 NOORDER NOT NULL
        """, account.Has("CURATED.DIM_STORE", 0, Deployed[2], Deployed[3]).Deploy(Catalogs.Of(Store)));

    [Fact]
    public void Policies_and_rows_come_after_the_columns_that_they_need()
    {
        var model = Catalogs.Of(Store);
        var script = ArtifactFiles.Render(model, model).Single(a => a.Path == "deploy.sql").Text;
        Assert.True(script.IndexOf("CREATE TABLE IF NOT EXISTS CURATED.DIM_STORE", StringComparison.Ordinal) < script.IndexOf("model_columns AS (", StringComparison.Ordinal));
        Assert.True(script.IndexOf("model_columns AS (", StringComparison.Ordinal) < script.IndexOf("INSERT INTO CURATED.DIM_STORE", StringComparison.Ordinal));
    }

    [Fact]
    public void Wide_platform_is_compared_in_parts()
    {
        var model = Catalogs.Of([.. Enumerable.Range(1, 5).Select(i => new TableObject(new("S", $"T{i}"), "", [.. Enumerable.Range(1, 900).Select(c => Catalogs.Text($"C{c}"))]))]);
        var script = ArtifactFiles.Render(model, model).Single(a => a.Path == "deploy.sql").Text;
        Assert.Equal(3, script.Split("model_columns AS (").Length - 1);
    }
}
