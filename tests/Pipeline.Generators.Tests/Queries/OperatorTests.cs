namespace Pipeline.Generators.Tests.Queries;

/// <summary>Each operator of a query is a clause of SQL, or a step where SQL's order asks for one.</summary>
public sealed class OperatorTests
{
    [Fact]
    public void Left_join_makes_the_columns_of_its_right_side_nullable() => QueryText.View("string Id, string Text, bool IsNew", "Query<Sale> sales, Query<Customer> customers", """
        from s in sales
        join c in customers.Optional() on s.CustomerId equals c.CustomerId
        select new Row { Id = s.OrderId, Text = c.Name ?? "NOBODY", IsNew = c == null }
        """).Sql().ShouldBe("""
        SELECT
            sales.ORDER_ID                     AS ID,
            COALESCE(customers.NAME, 'NOBODY') AS TEXT,
            customers.CUSTOMER_ID IS NULL      AS IS_NEW
        FROM SHOP.SALE AS sales
        LEFT JOIN SHOP.CUSTOMER AS customers
            ON sales.CUSTOMER_ID = customers.CUSTOMER_ID
        """);

    [Fact]
    public void Key_of_several_parts_is_a_tuple() => QueryText.View("string Id", "Query<Sale> sales, Query<Customer> customers", """
        from s in sales
        join c in customers on (s.CustomerId, s.StoreId) equals (c.CustomerId, c.Name)
        select new Row { Id = s.OrderId }
        """).Sql().ShouldBe("""
        SELECT sales.ORDER_ID AS ID
        FROM SHOP.SALE AS sales
        JOIN SHOP.CUSTOMER AS customers
            ON sales.CUSTOMER_ID = customers.CUSTOMER_ID AND sales.STORE_ID = customers.NAME
        """);

    [Fact]
    public void Filter_on_a_group_is_HAVING() => QueryText.View("string StoreId, decimal Total, long Orders", "Query<Sale> sales", """
        from s in sales
        where s.Line > 0
        group s by s.StoreId into g
        where g.Count() > 3
        select new Row { StoreId = g.Key, Total = g.Sum(s => s.Amount), Orders = g.CountDistinct(s => s.OrderId) }
        """).Sql().ShouldBe("""
        SELECT
            sales.STORE_ID,
            CAST(SUM(sales.AMOUNT) AS NUMBER(28,8)) AS TOTAL,
            COUNT(DISTINCT sales.ORDER_ID)          AS ORDERS
        FROM SHOP.SALE AS sales
        WHERE sales.LINE > 0
        GROUP BY sales.STORE_ID
        HAVING COUNT(*) > 3
        """);

    [Fact]
    public void Sum_of_nulls_alone_is_0_as_in_CSharp() => QueryText.View("string StoreId, decimal? Total", "Query<Sale> sales", """
        from s in sales group s by s.StoreId into g select new Row { StoreId = g.Key, Total = g.Sum(s => s.Discount) }
        """).Sql().ShouldBe("""
        SELECT
            sales.STORE_ID,
            CAST(COALESCE(SUM(sales.DISCOUNT), 0) AS NUMBER(28,8)) AS TOTAL
        FROM SHOP.SALE AS sales
        GROUP BY sales.STORE_ID
        """);

    [Fact]
    public void Latest_row_of_a_key_is_a_step_with_QUALIFY() => QueryText.View("string Id", "Query<Sale> sales", """
        from s in sales.LatestBy(s => s.StoreId, s => (s.SoldAt, s.Line)) where s.Line > 1 select new Row { Id = s.OrderId }
        """).Sql().ShouldBe("""
        WITH
            LATEST_SALES AS (
                SELECT
                    sales.ORDER_ID,
                    sales.LINE
                FROM SHOP.SALE AS sales
                QUALIFY ROW_NUMBER() OVER (
                    PARTITION BY sales.STORE_ID
                    ORDER BY sales.SOLD_AT DESC NULLS LAST, sales.LINE DESC NULLS LAST
                ) = 1
            )
        SELECT latest_sales.ORDER_ID AS ID
        FROM LATEST_SALES
        WHERE latest_sales.LINE > 1
        """);

    [Fact]
    public void Window_sees_its_rows_before_a_later_filter_takes_some_away() => QueryText.View("string Id, decimal Total", "Query<Sale> sales", """
        from w in sales.Window(s => s.StoreId, s => s.SoldAt) where w.Row.Line == 1 select new Row { Id = w.Row.OrderId, Total = w.Sum(s => s.Amount) }
        """).Sql().ShouldBe("""
        WITH
            SALES_WINDOW AS (
                SELECT
                    sales.ORDER_ID,
                    sales.LINE,
                    SUM(sales.AMOUNT) OVER (PARTITION BY sales.STORE_ID) AS SUM_AMOUNT
                FROM SHOP.SALE AS sales
            )
        SELECT
            sales_window.ORDER_ID                         AS ID,
            CAST(sales_window.SUM_AMOUNT AS NUMBER(28,8)) AS TOTAL
        FROM SALES_WINDOW
        WHERE sales_window.LINE = 1
        """);

    [Fact]
    public void Row_before_is_there_where_the_window_has_one() => QueryText.View("string Id, DateTime Since", "Query<Sale> sales", """
        from w in sales.Window(s => s.StoreId, s => s.SoldAt)
        select new Row { Id = w.Row.OrderId, Since = w.Previous == null ? w.Row.SoldAt : w.Previous.SoldAt }
        """).Sql().ShouldBe("""
        WITH
            SALES_WINDOW AS (
                SELECT
                    sales.ORDER_ID,
                    sales.SOLD_AT,
                    LAG(1) OVER (PARTITION BY sales.STORE_ID ORDER BY sales.SOLD_AT ASC NULLS FIRST) AS PREVIOUS_IS_THERE,
                    LAG(sales.SOLD_AT) OVER (PARTITION BY sales.STORE_ID ORDER BY sales.SOLD_AT ASC NULLS FIRST) AS PREVIOUS_SOLD_AT
                FROM SHOP.SALE AS sales
            )
        SELECT
            sales_window.ORDER_ID AS ID,
            CASE
                WHEN sales_window.PREVIOUS_IS_THERE IS NULL THEN sales_window.SOLD_AT
                ELSE sales_window.PREVIOUS_SOLD_AT
            END AS SINCE
        FROM SALES_WINDOW
        """);

    [Fact]
    public void Distinct_compares_all_columns_also_those_that_are_not_read_later() => QueryText.View("string StoreId, long Customers", "Query<Sale> sales", """
        from x in (from s in sales select new { s.StoreId, s.CustomerId }).Distinct()
        group x by x.StoreId into g
        select new Row { StoreId = g.Key, Customers = g.Count() }
        """).Sql().ShouldBe("""
        WITH
            DISTINCT_SALES AS (
                SELECT DISTINCT
                    sales.STORE_ID,
                    sales.CUSTOMER_ID
                FROM SHOP.SALE AS sales
            )
        SELECT
            distinct_sales.STORE_ID,
            COUNT(*) AS CUSTOMERS
        FROM DISTINCT_SALES
        GROUP BY distinct_sales.STORE_ID
        """);

    [Fact]
    public void Sides_of_a_union_are_matched_by_name() => QueryText.View("string Id, string Kind", "Query<Sale> sales, Query<Customer> customers", """
        (from s in sales select new Row { Id = s.OrderId, Kind = "SALE" }).Concat(from c in customers select new Row { Kind = "CUSTOMER", Id = c.Name })
        """).Sql().ShouldBe("""
        WITH
            UNITED AS (
                SELECT
                    sales.ORDER_ID AS ID,
                    'SALE'         AS KIND
                FROM SHOP.SALE AS sales
                UNION ALL
                SELECT
                    customers.NAME AS ID,
                    'CUSTOMER'     AS KIND
                FROM SHOP.CUSTOMER AS customers
            )
        SELECT
            united.ID,
            united.KIND
        FROM UNITED
        """);

    [Fact]
    public void Let_that_is_read_twice_is_a_column_of_a_step() => QueryText.View("decimal Net, decimal Twice, int Line", "Query<Sale> sales", """
        from s in sales
        let net = s.Amount - (s.Discount ?? 0)
        let next = s.Line + 1
        where net > 0
        select new Row { Net = net, Twice = net * 2, Line = next }
        """).Sql().ShouldBe("""
        WITH
            WITH_NET AS (
                SELECT
                    sales.AMOUNT - COALESCE(sales.DISCOUNT, 0) AS NET,
                    sales.LINE + 1                             AS NEXT
                FROM SHOP.SALE AS sales
            )
        SELECT
            with_net.NET,
            with_net.NET * 2 AS TWICE,
            with_net.NEXT    AS LINE
        FROM WITH_NET
        WHERE with_net.NET > 0
        """);

    [Fact]
    public void Query_in_a_method_of_its_own_is_a_step_of_its_name_read_once() => QueryText.View("string Id, decimal Total, decimal Other", "Query<Sale> sales", """
        from a in ByStore(sales)
        join b in ByStore(sales) on a.StoreId equals b.StoreId
        select new Row { Id = a.StoreId, Total = a.Total, Other = b.Total }
        """, """
        static Query<Store> ByStore(Query<Sale> sales) => from s in sales group s by s.StoreId into g select new Store { StoreId = g.Key, Total = g.Max(s => s.Amount) };
        sealed class Store { public string StoreId { get; init; } public decimal Total { get; init; } }
        """).Sql().ShouldBe("""
        WITH
            BY_STORE AS (
                SELECT
                    sales.STORE_ID,
                    MAX(sales.AMOUNT) AS TOTAL
                FROM SHOP.SALE AS sales
                GROUP BY sales.STORE_ID
            )
        SELECT
            by_store.STORE_ID AS ID,
            by_store.TOTAL,
            by_store_2.TOTAL  AS OTHER
        FROM BY_STORE
        JOIN BY_STORE AS by_store_2
            ON by_store.STORE_ID = by_store_2.STORE_ID
        """);

    [Fact]
    public void One_method_over_different_rows_is_two_steps() => QueryText.View("string Id", "Query<Sale> sales, Query<Sale> others", """
        from a in Stores(sales) join b in Stores(others) on a.StoreId equals b.StoreId select new Row { Id = a.StoreId }
        """, """
        static Query<Store> Stores(Query<Sale> rows) => Named(rows);
        static Query<Store> Named(Query<Sale> rows) => from s in rows group s by s.StoreId into g select new Store { StoreId = g.Key };
        sealed class Store { public string StoreId { get; init; } }
        """).Sql().ShouldContain("FROM SHOP.SALE AS sales", "FROM SHOP.SALE AS others");

    [Fact]
    public void Any_is_EXISTS_and_a_count_is_a_subquery() => QueryText.View("string Name, long Orders", "Query<Customer> customers, Query<Sale> sales", """
        from c in customers
        where !sales.Any(s => s.CustomerId == c.CustomerId && s.Line > 9)
        select new Row { Name = c.Name, Orders = sales.Where(s => s.CustomerId == c.CustomerId).Count() }
        """).Sql().ShouldBe("""
        SELECT
            customers.NAME,
            (
                SELECT COUNT(*) AS VALUE
                FROM SHOP.SALE AS sales
                WHERE sales.CUSTOMER_ID = customers.CUSTOMER_ID
            ) AS ORDERS
        FROM SHOP.CUSTOMER AS customers
        WHERE NOT EXISTS (
            SELECT 1 AS FOUND
            FROM SHOP.SALE AS sales
            WHERE sales.CUSTOMER_ID = customers.CUSTOMER_ID AND sales.LINE > 9
        )
        """);

    [Fact]
    public void Fluent_calls_and_query_syntax_are_one_language() => QueryText.View("string Id, decimal Double", "Query<Sale> sales", """
        sales.Where(s => s.Line > 1).Select(s => new { s.OrderId, Double = s.Amount * 2 }).OrderBy(x => x.OrderId).Take(5)
            .Select(x => new Row { Id = x.OrderId, Double = x.Double })
        """).Sql().ShouldBe("""
        SELECT
            sales.ORDER_ID   AS ID,
            sales.AMOUNT * 2 AS DOUBLE
        FROM SHOP.SALE AS sales
        WHERE sales.LINE > 1
        ORDER BY sales.ORDER_ID ASC NULLS FIRST
        LIMIT 5
        """);

    [Fact]
    public void Elements_of_an_array_are_rows() => QueryText.View("string Sku, decimal? Price, string File", "Query<Raw> raw", """
        from r in raw
        from line in Sql.Flatten(r.Document.As<Order>().Lines)
        where line.Sku != null
        select new Row { Sku = line.Sku ?? "", Price = line.Price, File = r.FileName }
        """).Sql().ShouldContain("CROSS JOIN LATERAL FLATTEN(INPUT => ", "element.VALUE:sku::VARCHAR IS NOT NULL", "raw.FILE_NAME");

    [Fact]
    public void Change_rows_are_read_as_Snowflake_delivers_them() => QueryText.Load("string Id, string Change", "SaleStream sales", """
        from c in sales.Changes where c is { Action: ChangeAction.Delete, IsUpdate: false } select new Row { Id = c.Row.OrderId, Change = c.RowId }
        """).Sql().ShouldBe("""
        SELECT
            changes.ORDER_ID        AS ID,
            changes.METADATA$ROW_ID AS CHANGE
        FROM SHOP.SALE_STREAM AS changes
        WHERE changes.METADATA$ACTION = 'DELETE' AND changes.METADATA$ISUPDATE = FALSE
        """);
}
