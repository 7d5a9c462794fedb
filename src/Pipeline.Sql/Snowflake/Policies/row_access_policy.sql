-- Altered in place: nothing is without it for a moment.
CREATE OR ALTER ROW ACCESS POLICY {{ policy.name }} AS ({{ policy.arguments }}) RETURNS {{ policy.type }} ->
    {{ policy.body }}
    {{~ if policy.comment ~}}
    COMMENT = {{ policy.comment | literal }}
    {{~ end ~}}
;
