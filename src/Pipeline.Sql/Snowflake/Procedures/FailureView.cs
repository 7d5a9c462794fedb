using Pipeline.Catalog;

namespace Pipeline.Sql.Snowflake;

/// <summary>An exception that a body declares.</summary>
internal sealed record FailureView(string Name, int Code, string Message)
{
    public static FailureView Of(RaiseStatement raise) => new(SnowflakeStatementWriter.ExceptionOf(raise), raise.Code, SnowflakeDialect.Instance.Message(raise));
}
