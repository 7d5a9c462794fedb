using Pipeline.Catalog;

namespace Pipeline.Sql.Tests;

public sealed class RenameSqlTests
{
    private static readonly TableObject Items = new(new("SHOP", "ITEMS"), "Shop.Items", [Catalogs.Text("UNIT_PRICE")]);

    [Fact]
    public void Renamed_table_is_renamed_where_the_account_has_the_former_name_alone() => Catalogs.Of(Items with { FormerNames = [new("SHOP", "GOODS")] })
        .Sql("SHOP.ITEMS").ShouldBe("""
        -- The table was GOODS before: renamed where it still is, so that rows, grants and the offsets of streams stay.
        EXECUTE IMMEDIATE
        $$
        DECLARE
            former NUMBER(19,0);
            renamed NUMBER(19,0);
            both_exist EXCEPTION (-20012, 'SHOP.GOODS and SHOP.ITEMS both exist. Find out which holds the rows, and take the other away.');
        BEGIN
            SELECT
                COUNT_IF(live.TABLE_NAME = 'GOODS'),
                COUNT_IF(live.TABLE_NAME = 'ITEMS')
            INTO :former, :renamed
            FROM INFORMATION_SCHEMA.TABLES AS live
            WHERE live.TABLE_SCHEMA = 'SHOP'
                AND live.TABLE_TYPE = 'BASE TABLE';

            IF (former > 0 AND renamed > 0) THEN
                RAISE both_exist;
            ELSEIF (former > 0) THEN
                ALTER TABLE SHOP.GOODS RENAME TO SHOP.ITEMS;
            END IF;
        END;
        $$;

        CREATE TABLE IF NOT EXISTS SHOP.ITEMS (
            UNIT_PRICE VARCHAR
        );
        """);

    [Fact]
    public void Renamed_column_is_renamed_after_its_table_and_before_the_table_is_made() => Catalogs.Of(Items with { Columns = [Items.Columns[0] with { FormerNames = ["PRICE"] }] })
        .Sql("SHOP.ITEMS").ShouldBe("""
        -- A column was PRICE before: renamed where it still is, so that rows, grants and the offsets of streams stay.
        EXECUTE IMMEDIATE
        $$
        DECLARE
            former NUMBER(19,0);
            renamed NUMBER(19,0);
            both_exist EXCEPTION (-20012, 'SHOP.ITEMS has PRICE and UNIT_PRICE. Find out which holds the values, and take the other away.');
        BEGIN
            SELECT
                COUNT_IF(live.COLUMN_NAME = 'PRICE'),
                COUNT_IF(live.COLUMN_NAME = 'UNIT_PRICE')
            INTO :former, :renamed
            FROM INFORMATION_SCHEMA.COLUMNS AS live
            WHERE live.TABLE_SCHEMA = 'SHOP'
                AND live.TABLE_NAME = 'ITEMS';

            IF (former > 0 AND renamed > 0) THEN
                RAISE both_exist;
            ELSEIF (former > 0) THEN
                ALTER TABLE SHOP.ITEMS RENAME COLUMN PRICE TO UNIT_PRICE;
            END IF;
        END;
        $$;

        CREATE TABLE IF NOT EXISTS SHOP.ITEMS (
            UNIT_PRICE VARCHAR
        );
        """);

    [Fact]
    public void Rejected_rows_follow_their_table()
    {
        var loaded = Items with { FormerNames = [new("SHOP", "GOODS")], Copies = [new(new("SHOP", "FILES"))] };
        var rejected = CatalogCompletion.Complete(Catalogs.Of(loaded)).Find<TableObject>(new("SHOP", "REJECTED_ITEMS"))!;
        Assert.Equal([new QualifiedName("SHOP", "REJECTED_GOODS")], rejected.FormerNames);
    }

    [Fact]
    public void Stream_takes_over_the_offset_of_its_former_name() => Catalogs.Of(Items, new StreamObject(new("SHOP", "ITEMS_STREAM"), "Shop.ItemsStream", Items.Name, StreamMode.Net)
    {
        FormerNames = [new("SHOP", "GOODS_STREAM")],
    }).Sql("SHOP.ITEMS_STREAM").ShouldBe("""
        -- The stream was GOODS_STREAM before. A stream can't be renamed: its clone has its offset, so no change is lost.
        EXECUTE IMMEDIATE
        $$
        DECLARE
            former NUMBER(19,0);
            renamed NUMBER(19,0);
        BEGIN
            SHOW STREAMS IN SCHEMA SHOP;

            SELECT
                COUNT_IF("name" = 'GOODS_STREAM'),
                COUNT_IF("name" = 'ITEMS_STREAM')
            INTO :former, :renamed
            FROM TABLE(RESULT_SCAN(LAST_QUERY_ID()));

            IF (former > 0 AND renamed = 0) THEN
                CREATE STREAM SHOP.ITEMS_STREAM CLONE SHOP.GOODS_STREAM;
                DROP STREAM SHOP.GOODS_STREAM;
            END IF;
        END;
        $$;

        CREATE STREAM IF NOT EXISTS SHOP.ITEMS_STREAM
            ON TABLE SHOP.ITEMS;
        """);
}
