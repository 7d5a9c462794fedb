namespace Pipeline.Environments;

/// <summary>Where the Snowflake account runs; what it can reach depends on it.</summary>
public enum Cloud
{
    Aws,
    Azure,
    Gcp,
}
