namespace Pipeline.Sql.Snowflake;

/// <summary>Snowflake.</summary>
public sealed class SnowflakeDialect : Dialect
{
    public static readonly SnowflakeDialect Instance = new();

    private SnowflakeDialect()
    {
        Expressions = new SnowflakeExpressionWriter();
        Queries = new SnowflakeQueryWriter(Expressions);
        Script = new ScriptExpressionWriter();
        _ = new SnowflakeQueryWriter(Script);
        Statements = new SnowflakeStatementWriter(Expressions, Queries, Script);
    }

    public override string Name => "snowflake";

    internal override SqlQuoting Quoting => SnowflakeQuoting.Instance;

    internal override ExpressionWriter Expressions { get; }

    internal override QueryWriter Queries { get; }

    internal override StatementWriter Statements { get; }

    /// <summary>Expressions of the scripting language.</summary>
    internal ExpressionWriter Script { get; }
}
