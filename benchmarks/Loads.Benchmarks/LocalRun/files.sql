-- The files of a delivery, the same every time. {first} is its first sale, {sales} the number of its sales, {customers} of all customers.
COPY (
    SELECT 'T' || lpad((i // 3)::VARCHAR, 9, '0') AS TRANSACTION_ID, i % 3 + 1 AS LINE_NUMBER,
        CASE WHEN hash(i, 1) % 10 > 0 THEN hash(i, 2) % {customers} END AS CUSTOMER_ID,
        'P-' || lpad((hash(i, 3) % {products})::VARCHAR, 5, '0') AS PRODUCT_ID,
        'S' || lpad((hash(i, 4) % 200)::VARCHAR, 3, '0') AS STORE_ID,
        (hash(i, 5) % 20 + 1)::DECIMAL(12,3) AS QUANTITY,
        ((hash(i, 6) % 9900 + 100) / 100)::DECIMAL(12,2) AS UNIT_PRICE,
        strftime(TIMESTAMP '{since}' + to_seconds((hash(i, 7) % {seconds})::BIGINT), '%Y-%m-%d %H:%M:%S') AS SOLD_AT,
        ['WEB', 'STORE', 'PHONE'][(hash(i, 8) % 3)::BIGINT + 1] AS CHANNEL
    -- One line in a hundred is delivered twice.
    FROM (SELECT CASE WHEN n % 100 = 99 THEN n - 50 ELSE n END AS i FROM range({first}, {first} + {sales}) AS lines(n))
) TO '{folder}/sales/sales_{file}.csv' (HEADER);
