-- Altered in place: no column is without it for a moment.
CREATE OR ALTER MASKING POLICY {{ policy.name }} AS ({{ policy.arguments }}) RETURNS {{ policy.type }} ->
    {{ policy.body }}
    {{~ if policy.comment ~}}
    COMMENT = {{ policy.comment | literal }}
    {{~ end ~}}
;
