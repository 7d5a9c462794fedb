-- Members of two versions each for the first half of them, one for the rest.
CREATE OR REPLACE MACRO member_rows(first_id, last_id, step, version, changed_at) AS TABLE
SELECT id AS MEMBER_ID, 'First ' || hash(id, version, 1) % 5000 AS FIRST_NAME, 'Last ' || hash(id, version, 2) % 20000 AS LAST_NAME,
    'member' || id || '.' || version || '@example.com' AS EMAIL, '+49 ' || hash(id, version, 3) % 100000000 AS PHONE,
    hash(id, version, 4) % 300 || ' Street ' || hash(id, version, 5) % 9000 AS STREET, 'City ' || hash(id, version, 6) % 3000 AS CITY,
    lpad((hash(id, version, 7) % 100000)::VARCHAR, 5, '0') AS POSTAL_CODE, 'Country ' || hash(id, version, 8) % 40 AS COUNTRY,
    'Segment ' || hash(id, version, 9) % 6 AS SEGMENT, (hash(id, version, 10) % 100000)::INTEGER AS POINTS,
    ((hash(id, version, 11) % 10000000) / 100)::DECIMAL(12,2) AS CREDIT_LIMIT, DATE '1950-01-01' + (hash(id, 12) % 20000)::INTEGER AS BIRTH_DATE,
    changed_at::TIMESTAMP AS CHANGED_AT
FROM range(first_id, last_id, step) AS ids(id);

-- Every version, in the order in which it came.
CREATE OR REPLACE MACRO member_history(members) AS TABLE
SELECT *, '2023-06-01'::TIMESTAMP AS ENDED_AT FROM member_rows(0, members // 2, 1, 0, '2023-01-01')
UNION ALL
SELECT *, NULL FROM member_rows(members // 2, members, 1, 0, '2023-01-01')
UNION ALL
SELECT *, NULL FROM member_rows(0, members // 2, 1, 1, '2023-06-01');

-- Ten changes, by which every algorithm warms up; then the batch that counts: one member in a hundred changed, one in a thousand is new.
CREATE OR REPLACE MACRO member_changes(members, batch) AS TABLE
SELECT * FROM member_rows(3, members, greatest(members // 10, 1), 2, '2023-12-01') WHERE batch = 1
UNION ALL
SELECT * FROM member_rows(7, members, 100, 3, '2024-01-01') WHERE batch = 2
UNION ALL
SELECT * FROM member_rows(members, members + greatest(members // 1000, 1), 1, 0, '2024-01-01') WHERE batch = 2;
