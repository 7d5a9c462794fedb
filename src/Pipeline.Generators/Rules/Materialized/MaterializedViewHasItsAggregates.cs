namespace Pipeline.Generators.Rules;

/// <summary>A materialized view aggregates by what Snowflake keeps up to date.</summary>
internal sealed class MaterializedViewHasItsAggregates() : MaterializedViewLimit(RuleIds.MaterializedViewHasItsAggregates, "A materialized view has an aggregate that Snowflake refuses");
