using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>Expressions of the scripting language itself, where a variable stands without a colon.</summary>
internal sealed class ScriptExpressionWriter : SnowflakeExpressionWriter
{
    protected override string Variable(VariableReference variable) => Quoting.Alias(variable.Name);
}
