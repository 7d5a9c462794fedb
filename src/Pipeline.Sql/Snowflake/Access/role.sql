CREATE ROLE IF NOT EXISTS {{ role.name }}
    {{~ if role.comment ~}}
    COMMENT = {{ role.comment | literal }}
    {{~ end ~}}
;
{{~ if role.comment ~}}

COMMENT ON ROLE {{ role.name }} IS {{ role.comment | literal }};
{{~ end ~}}
{{~ for included in role.includes ~}}

GRANT ROLE {{ included }} TO ROLE {{ role.name }};
{{~ end ~}}
{{~ if role.is_on_top ~}}

-- No role of the model includes it; so that what it owns can be administered, SYSADMIN does.
GRANT ROLE {{ role.name }} TO ROLE SYSADMIN;
{{~ end ~}}
