-- Who and what the sales refer to: {customers} customers of which {customerChanges} come, and the products and stores that change with them.
COPY (
    SELECT CASE WHEN {scatter} = 1 THEN (hash(i, 11, '{since}') % {customers})::BIGINT ELSE i END AS CUSTOMER_ID, 'Customer ' || CUSTOMER_ID AS NAME,
        ['BRONZE', 'SILVER', 'GOLD', 'PLATINUM'][(hash(i, 12, '{since}') % 4)::BIGINT + 1] AS SEGMENT, 'City ' || hash(i, 13, '{since}') % 500 AS CITY,
        strftime(TIMESTAMP '{since}' + to_seconds(i % 50000), '%Y-%m-%d %H:%M:%S') AS UPDATED_AT
    FROM range({customerChanges}) AS changes(i)
    QUALIFY row_number() OVER (PARTITION BY CUSTOMER_ID ORDER BY i) = 1
) TO '{folder}/customers/customers_{file}.csv' (HEADER);
COPY (
    SELECT 'P-' || lpad(i::VARCHAR, 5, '0') AS PRODUCT_ID, 'Product ' || i AS NAME, 'Category ' || hash(i, 14, '{since}') % 40 AS CATEGORY,
        strftime(TIMESTAMP '{since}' + to_seconds(i % 50000), '%Y-%m-%d %H:%M:%S') AS UPDATED_AT
    FROM range({productChanges}) AS changes(i)
) TO '{folder}/products/products_{file}.csv' (HEADER);
COPY (
    SELECT 'S' || lpad(i::VARCHAR, 3, '0') AS STORE_ID, 'Store ' || i AS NAME, 'Region ' || hash(i, 15, '{since}') % 8 AS REGION,
        strftime(TIMESTAMP '{since}' + to_seconds(i), '%Y-%m-%d %H:%M:%S') AS UPDATED_AT
    FROM range({storeChanges}) AS changes(i)
) TO '{folder}/stores/stores_{file}.csv' (HEADER);
