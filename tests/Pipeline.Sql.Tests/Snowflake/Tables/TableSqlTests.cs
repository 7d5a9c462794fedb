using Pipeline.Catalog;

namespace Pipeline.Sql.Tests;

public sealed class TableSqlTests
{
    private static readonly DimensionObject Store = new(new("CURATED", "DIM_STORE"), "Retail.DimStore",
    [
        Catalogs.Of("STORE_KEY", SqlType.Int64, ColumnRoles.SurrogateKey),
        Catalogs.Of("STORE_ID", SqlType.Varchar(10), ColumnRoles.BusinessKey) with { Comment = "The store's number." },
        Catalogs.Of("LOADED_AT", SqlType.Timestamp, ColumnRoles.LoadTime),
    ], Scd.Type1)
    { UnknownMember = [new("STORE_ID", Literal.Text("NONE"))], Comment = "A store as it is now." };

    [Fact]
    public void Members_that_stand_for_none_are_kept_as_the_model_says_them()
    {
        var named = Store with { Columns = [.. Store.Columns, Catalogs.Text("CITY", 20), Catalogs.Text("NOTE")], UnknownMember = [.. Store.UnknownMember, new("CITY", Literal.Text("NOWHERE"))] };
        Assert.Contains(
            "UPDATE CURATED.DIM_STORE dimension SET CITY = 'NOWHERE' WHERE dimension.STORE_KEY = -2 AND dimension.CITY IS DISTINCT FROM 'NOWHERE';",
            string.Join(' ', Catalogs.Of(named).Sql("CURATED.DIM_STORE").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public void Dimension_numbers_its_rows_and_has_an_unknown_member_from_the_start() => Catalogs.Of(Store).Sql("CURATED.DIM_STORE").ShouldBe("""
        CREATE TABLE IF NOT EXISTS CURATED.DIM_STORE (
            STORE_KEY NUMBER(19,0)     NOT NULL AUTOINCREMENT START 1 INCREMENT 1 NOORDER,
            STORE_ID  VARCHAR(10)      NOT NULL COMMENT 'The store''s number.',
            LOADED_AT TIMESTAMP_NTZ(6) NOT NULL DEFAULT SYSDATE()::TIMESTAMP_NTZ(6),
            CONSTRAINT PK_DIM_STORE PRIMARY KEY (STORE_KEY) NOT ENFORCED,
            CONSTRAINT UQ_DIM_STORE UNIQUE (STORE_ID) NOT ENFORCED
        )
            COMMENT = 'A store as it is now.';

        -- The unknown member: what facts refer to when there is none, or none yet.
        INSERT INTO CURATED.DIM_STORE (
            STORE_KEY,
            STORE_ID,
            LOADED_AT
        )
        SELECT
            -1                                      AS STORE_KEY,
            'NONE'                                  AS STORE_ID,
            '1900-01-01 00:00:00'::TIMESTAMP_NTZ(6) AS LOADED_AT
        WHERE NOT EXISTS (
            SELECT dimension.STORE_KEY
            FROM CURATED.DIM_STORE AS dimension
            WHERE dimension.STORE_KEY = -1
        );

        -- The member of facts to which the dimension doesn't apply.
        INSERT INTO CURATED.DIM_STORE (
            STORE_KEY,
            STORE_ID,
            LOADED_AT
        )
        SELECT
            -2                                      AS STORE_KEY,
            '-'                                     AS STORE_ID,
            '1900-01-01 00:00:00'::TIMESTAMP_NTZ(6) AS LOADED_AT
        WHERE NOT EXISTS (
            SELECT dimension.STORE_KEY
            FROM CURATED.DIM_STORE AS dimension
            WHERE dimension.STORE_KEY = -2
        );

        -- The member of facts whose key can't be one.
        INSERT INTO CURATED.DIM_STORE (
            STORE_KEY,
            STORE_ID,
            LOADED_AT
        )
        SELECT
            -3                                      AS STORE_KEY,
            'INVALID'                               AS STORE_ID,
            '1900-01-01 00:00:00'::TIMESTAMP_NTZ(6) AS LOADED_AT
        WHERE NOT EXISTS (
            SELECT dimension.STORE_KEY
            FROM CURATED.DIM_STORE AS dimension
            WHERE dimension.STORE_KEY = -3
        );
        """);

    [Fact]
    public void Fact_refers_to_its_dimensions_and_is_clustered_and_kept_as_said() => Catalogs.Of(Store, new FactObject(
        new("CURATED", "FACT_SALES"), "Retail.FactSales",
        [
            Catalogs.Of("SALE_ID", SqlType.Varchar(30), ColumnRoles.Grain),
            Catalogs.Of("STORE_KEY", SqlType.Int64) with { ForeignKey = new(Store.Name, Missing.Unknown) },
            Catalogs.Of("AMOUNT", SqlType.Number(12, 2), ColumnRoles.Measure, nullable: true),
        ], FactKind.Transaction) { ClusterBy = ["STORE_KEY"], RetentionDays = 30 }).Sql("CURATED.FACT_SALES").ShouldBe("""
        CREATE TABLE IF NOT EXISTS CURATED.FACT_SALES (
            SALE_ID   VARCHAR(30)  NOT NULL,
            STORE_KEY NUMBER(19,0) NOT NULL,
            AMOUNT    NUMBER(12,2),
            CONSTRAINT PK_FACT_SALES PRIMARY KEY (SALE_ID) NOT ENFORCED,
            CONSTRAINT FK_FACT_SALES_STORE_KEY FOREIGN KEY (STORE_KEY) REFERENCES CURATED.DIM_STORE (STORE_KEY) NOT ENFORCED
        )
            CLUSTER BY (STORE_KEY)
            DATA_RETENTION_TIME_IN_DAYS = 30;
        """);

    [Fact]
    public void Table_that_a_stream_reads_tracks_its_changes() => Catalogs.Of(
        new TableObject(Catalogs.Landed, "Retail.RawSales", [Catalogs.Text("ORDER"), Catalogs.Text("QUANTITY", 20)]),
        new StreamObject(new("LANDING", "RAW_SALES_STREAM"), "Retail.RawSalesStream", Catalogs.Landed, StreamMode.Net)).Sql("LANDING.RAW_SALES").ShouldBe("""
        CREATE TABLE IF NOT EXISTS LANDING.RAW_SALES (
            "ORDER"  VARCHAR,
            QUANTITY VARCHAR(20)
        )
            CHANGE_TRACKING = TRUE;
        """);

    [Fact]
    public void Versions_of_a_member_are_unique_by_their_beginning()
    {
        var customer = new DimensionObject(new("CURATED", "DIM_CUSTOMER"), "Retail.DimCustomer",
        [
            Catalogs.Of("CUSTOMER_KEY", SqlType.Int64, ColumnRoles.SurrogateKey),
            Catalogs.Of("CUSTOMER_ID", SqlType.Int32, ColumnRoles.BusinessKey),
            Catalogs.Of("START_DATE", SqlType.Timestamp, ColumnRoles.ValidFrom | ColumnRoles.Sequence),
            Catalogs.Of("END_DATE", SqlType.Timestamp, ColumnRoles.ValidTo, nullable: true),
            Catalogs.Of("IS_CURRENT", SqlType.Boolean, ColumnRoles.IsCurrent),
        ], Scd.Type2);

        Assert.Contains("CONSTRAINT UQ_DIM_CUSTOMER UNIQUE (CUSTOMER_ID, START_DATE) NOT ENFORCED", Catalogs.Of(customer).Sql("CURATED.DIM_CUSTOMER"), StringComparison.Ordinal);
    }
}
