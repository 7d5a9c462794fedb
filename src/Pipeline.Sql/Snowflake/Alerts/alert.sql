-- Altered, it stays running or suspended as it was; new, it is suspended until it is resumed.
CREATE OR ALTER ALERT {{ alert.name }}
    WAREHOUSE = {{ alert.warehouse }}
    SCHEDULE = {{ alert.schedule | literal }}
    {{~ if alert.comment ~}}
    COMMENT = {{ alert.comment | literal }}
    {{~ end ~}}
    IF (EXISTS (
{{ alert.condition }}
    ))
    THEN
        CALL {{ alert.procedure }}();
