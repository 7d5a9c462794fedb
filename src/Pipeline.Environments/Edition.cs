namespace Pipeline.Environments;

/// <summary>The edition of the Snowflake account; features depend on it.</summary>
public enum Edition
{
    Standard,
    Enterprise,
    BusinessCritical,
}
