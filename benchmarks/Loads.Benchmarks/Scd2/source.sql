-- The source as it is after each batch: what an algorithm reads that has no stream.
CREATE TABLE SOURCE_1 AS
SELECT * EXCLUDE ENDED_AT FROM (SELECT * FROM member_history({members}) WHERE ENDED_AT IS NULL) AS held
WHERE NOT EXISTS (SELECT 1 FROM member_changes({members}, 1) AS changed WHERE changed.MEMBER_ID = held.MEMBER_ID)
UNION ALL
SELECT * FROM member_changes({members}, 1);

CREATE TABLE SOURCE_2 AS
SELECT * FROM SOURCE_1 AS held
WHERE NOT EXISTS (SELECT 1 FROM member_changes({members}, 2) AS changed WHERE changed.MEMBER_ID = held.MEMBER_ID)
UNION ALL
SELECT * FROM member_changes({members}, 2);
