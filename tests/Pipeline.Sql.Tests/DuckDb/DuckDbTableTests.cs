using Pipeline.Catalog;
using Pipeline.Sql.DuckDb;

namespace Pipeline.Sql.Tests;

public sealed class DuckDbTableTests
{
    private static readonly DimensionObject Store = new(new("CURATED", "DIM_STORE"), "Retail.DimStore",
    [
        Catalogs.Of("STORE_KEY", SqlType.Int64, ColumnRoles.SurrogateKey),
        Catalogs.Of("STORE_ID", SqlType.Varchar(10), ColumnRoles.BusinessKey),
        Catalogs.Of("AT", SqlType.Timestamp, ColumnRoles.LoadTime),
        Catalogs.Of("AREA", SqlType.Number(12, 2), nullable: true),
    ], Scd.Type1);

    [Fact]
    public void Keys_come_from_a_sequence_and_lengths_are_held() => ObjectScript.DuckDb(Catalogs.Of(Store), Store.Name)!.ShouldBe("""
        CREATE SEQUENCE IF NOT EXISTS CURATED.DIM_STORE_SEQ;

        CREATE TABLE IF NOT EXISTS CURATED.DIM_STORE (
            STORE_KEY BIGINT DEFAULT NEXTVAL('CURATED.DIM_STORE_SEQ') NOT NULL,
            STORE_ID  VARCHAR NOT NULL CHECK (LENGTH(STORE_ID) <= 10),
            "AT"      TIMESTAMP DEFAULT CAST(GETVARIABLE('now') AS TIMESTAMP) NOT NULL,
            AREA      DECIMAL(12,2)
        );

        -- The unknown member: what facts refer to when there is none, or none yet.
        INSERT INTO CURATED.DIM_STORE (
            STORE_KEY,
            STORE_ID,
            "AT",
            AREA
        )
        SELECT
            -1                              AS STORE_KEY,
            'UNKNOWN'                       AS STORE_ID,
            TIMESTAMP '1900-01-01 00:00:00' AS "AT",
            CAST(NULL AS DECIMAL(12,2))     AS AREA
        WHERE NOT EXISTS (
            SELECT dimension.STORE_KEY
            FROM CURATED.DIM_STORE AS dimension
            WHERE dimension.STORE_KEY = -1
        );

        -- The member of facts to which the dimension doesn't apply.
        INSERT INTO CURATED.DIM_STORE (
            STORE_KEY,
            STORE_ID,
            "AT",
            AREA
        )
        SELECT
            -2                              AS STORE_KEY,
            '-'                             AS STORE_ID,
            TIMESTAMP '1900-01-01 00:00:00' AS "AT",
            CAST(NULL AS DECIMAL(12,2))     AS AREA
        WHERE NOT EXISTS (
            SELECT dimension.STORE_KEY
            FROM CURATED.DIM_STORE AS dimension
            WHERE dimension.STORE_KEY = -2
        );

        -- The member of facts whose key can't be one.
        INSERT INTO CURATED.DIM_STORE (
            STORE_KEY,
            STORE_ID,
            "AT",
            AREA
        )
        SELECT
            -3                              AS STORE_KEY,
            'INVALID'                       AS STORE_ID,
            TIMESTAMP '1900-01-01 00:00:00' AS "AT",
            CAST(NULL AS DECIMAL(12,2))     AS AREA
        WHERE NOT EXISTS (
            SELECT dimension.STORE_KEY
            FROM CURATED.DIM_STORE AS dimension
            WHERE dimension.STORE_KEY = -3
        );
        """);

    [Fact]
    public void The_script_runs()
    {
        using var duck = new Duck();
        duck.Run("CREATE SCHEMA CURATED");
        duck.Run(ObjectScript.DuckDb(Catalogs.Of(Store), Store.Name)!);
        duck.Run("INSERT INTO CURATED.DIM_STORE (STORE_ID) VALUES ('S1')");

        Assert.Equal("1 2024-02-29 13:14:15.123456", duck.Value("(SELECT STORE_KEY || ' ' || \"AT\" FROM CURATED.DIM_STORE WHERE STORE_ID = 'S1')"));
        Assert.ThrowsAny<Exception>(() => duck.Run("INSERT INTO CURATED.DIM_STORE (STORE_ID) VALUES ('a longer one')"));
    }

    [Fact]
    public void The_engine_may_add_columns_of_its_own() => Assert.EndsWith(
        "    AREA      DECIMAL(12,2),\n    METADATA$ROW_ID VARCHAR\n)",
        DuckDbDialect.Instance.CreateTable(Store, "METADATA$ROW_ID VARCHAR"), StringComparison.Ordinal);

    [Theory]
    [InlineData(5, 0, "INTEGER")]
    [InlineData(10, 0, "BIGINT")]
    [InlineData(19, 0, "BIGINT")]
    [InlineData(20, 0, "DECIMAL(20,0)")]
    [InlineData(12, 3, "DECIMAL(12,3)")]
    public void Whole_numbers_become_integers_that_hold_them(int precision, int scale, string expected) =>
        Assert.Equal(expected, DuckDbDialect.Instance.Type(SqlType.Number(precision, scale)));
}
