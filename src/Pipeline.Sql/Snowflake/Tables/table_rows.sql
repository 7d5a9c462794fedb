{{~ if rows.has_policies ~}}
-- Also on a table that was there before the policies.
{{~ for statement in rows.attached ~}}
{{ statement }}
{{~ end ~}}
{{~ end ~}}
{{~ for seed in rows.seeds ~}}

{{ seed }};
{{~ end ~}}
