CREATE WAREHOUSE IF NOT EXISTS {{ warehouse.name }}
    WAREHOUSE_SIZE = {{ warehouse.size | literal }}
    {{~ if warehouse.max_clusters > 1 ~}}
    MIN_CLUSTER_COUNT = {{ warehouse.min_clusters }}
    MAX_CLUSTER_COUNT = {{ warehouse.max_clusters }}
    SCALING_POLICY = {{ warehouse.scaling }}
    {{~ end ~}}
    AUTO_SUSPEND = {{ warehouse.auto_suspend_seconds }}
    AUTO_RESUME = TRUE
    INITIALLY_SUSPENDED = TRUE
    {{~ if warehouse.statement_timeout_seconds > 0 ~}}
    STATEMENT_TIMEOUT_IN_SECONDS = {{ warehouse.statement_timeout_seconds }}
    {{~ end ~}}
    {{~ if warehouse.comment ~}}
    COMMENT = {{ warehouse.comment | literal }}
    {{~ end ~}}
;

-- What has changed since, for one that was there before. What runs on it goes on.
ALTER WAREHOUSE {{ warehouse.name }} SET
    WAREHOUSE_SIZE = {{ warehouse.size | literal }}
    {{~ if warehouse.max_clusters > 1 ~}}
    MIN_CLUSTER_COUNT = {{ warehouse.min_clusters }}
    MAX_CLUSTER_COUNT = {{ warehouse.max_clusters }}
    SCALING_POLICY = {{ warehouse.scaling }}
    {{~ end ~}}
    AUTO_SUSPEND = {{ warehouse.auto_suspend_seconds }}
    AUTO_RESUME = TRUE
    {{~ if warehouse.statement_timeout_seconds > 0 ~}}
    STATEMENT_TIMEOUT_IN_SECONDS = {{ warehouse.statement_timeout_seconds }}
    {{~ end ~}}
    {{~ if warehouse.comment ~}}
    COMMENT = {{ warehouse.comment | literal }}
    {{~ end ~}}
;
{{~ if warehouse.monitor ~}}

ALTER WAREHOUSE {{ warehouse.name }} SET RESOURCE_MONITOR = {{ warehouse.monitor }};
{{~ end ~}}
