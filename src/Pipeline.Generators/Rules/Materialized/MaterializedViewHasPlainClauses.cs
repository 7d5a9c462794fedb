namespace Pipeline.Generators.Rules;

/// <summary>A materialized view filters rows and groups them, and no more.</summary>
internal sealed class MaterializedViewHasPlainClauses() : MaterializedViewLimit(RuleIds.MaterializedViewHasPlainClauses, "A materialized view has a clause that Snowflake refuses");
