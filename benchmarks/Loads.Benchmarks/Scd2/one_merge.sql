-- Each change closes under its key, or inserts where the key is new; that of a known key inserts once more under no key.
MERGE INTO DIM_MEMBER USING (
    SELECT *, MEMBER_ID AS MERGE_KEY FROM {changes}
    UNION ALL
    SELECT changes.*, NULL FROM {changes} AS changes JOIN DIM_MEMBER AS known ON known.MEMBER_ID = changes.MEMBER_ID AND known.IS_CURRENT
) AS changes ON DIM_MEMBER.MEMBER_ID = changes.MERGE_KEY AND DIM_MEMBER.IS_CURRENT
WHEN MATCHED THEN UPDATE SET VALID_TO = changes.CHANGED_AT, IS_CURRENT = FALSE
WHEN NOT MATCHED THEN INSERT VALUES (
    nextval('MEMBER_KEYS'), changes.MEMBER_ID, changes.FIRST_NAME, changes.LAST_NAME, changes.EMAIL, changes.PHONE, changes.STREET, changes.CITY,
    changes.POSTAL_CODE, changes.COUNTRY, changes.SEGMENT, changes.POINTS, changes.CREDIT_LIMIT, changes.BIRTH_DATE, changes.CHANGED_AT, NULL, TRUE);
