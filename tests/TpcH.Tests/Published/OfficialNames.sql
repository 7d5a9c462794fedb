-- The tables by the names that the benchmark's specification gives them.
CREATE VIEW region (r_regionkey, r_name) AS SELECT REGION_KEY, NAME FROM WHOLESALE.REGION;
CREATE VIEW nation (n_nationkey, n_name, n_regionkey) AS SELECT NATION_KEY, NAME, REGION_KEY FROM WHOLESALE.NATION;
CREATE VIEW supplier (s_suppkey, s_name, s_address, s_nationkey, s_phone, s_acctbal, s_comment) AS
    SELECT SUPPLIER_KEY, NAME, ADDRESS, NATION_KEY, PHONE, ACCOUNT_BALANCE, COMMENT FROM WHOLESALE.SUPPLIER;
CREATE VIEW part (p_partkey, p_name, p_mfgr, p_brand, p_type, p_size, p_container, p_retailprice) AS
    SELECT PART_KEY, NAME, MANUFACTURER, BRAND, TYPE, SIZE, CONTAINER, RETAIL_PRICE FROM WHOLESALE.PART;
CREATE VIEW partsupp (ps_partkey, ps_suppkey, ps_availqty, ps_supplycost) AS
    SELECT PART_KEY, SUPPLIER_KEY, AVAILABLE_QUANTITY, SUPPLY_COST FROM WHOLESALE.OFFER;
CREATE VIEW customer (c_custkey, c_name, c_address, c_nationkey, c_phone, c_acctbal, c_mktsegment, c_comment) AS
    SELECT CUSTOMER_KEY, NAME, ADDRESS, NATION_KEY, PHONE, ACCOUNT_BALANCE, MARKET_SEGMENT, COMMENT FROM WHOLESALE.CUSTOMER;
CREATE VIEW orders (o_orderkey, o_custkey, o_orderstatus, o_totalprice, o_orderdate, o_orderpriority, o_shippriority, o_comment) AS
    SELECT ORDER_KEY, CUSTOMER_KEY, STATUS, TOTAL_PRICE, ORDER_DATE, PRIORITY, SHIP_PRIORITY, COMMENT FROM WHOLESALE.ORDERS;
CREATE VIEW lineitem (l_orderkey, l_linenumber, l_partkey, l_suppkey, l_quantity, l_extendedprice, l_discount, l_tax, l_returnflag, l_linestatus,
    l_shipdate, l_commitdate, l_receiptdate, l_shipinstruct, l_shipmode) AS
    SELECT ORDER_KEY, LINE_NUMBER, PART_KEY, SUPPLIER_KEY, QUANTITY, EXTENDED_PRICE, DISCOUNT, TAX, RETURN_FLAG, LINE_STATUS,
        SHIP_DATE, COMMIT_DATE, RECEIPT_DATE, SHIP_INSTRUCTIONS, SHIP_MODE FROM WHOLESALE.LINE_ITEM;
