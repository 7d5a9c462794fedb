namespace Pipeline.Model;

/// <summary>When a warehouse of several clusters starts another one, and stops it.</summary>
/// <remarks><see href="https://docs.snowflake.com/en/user-guide/warehouses-multicluster">Multi-cluster warehouses</see></remarks>
public enum ScalingPolicy
{
    /// <summary>As soon as a query would queue: nobody waits.</summary>
    Standard,

    /// <summary>When there is work for it for some minutes: queries may queue, and clusters that run are kept busy.</summary>
    Economy,
}
