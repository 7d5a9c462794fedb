namespace Pipeline.Catalog;

/// <summary>A virtual warehouse; <see cref="Size"/> is Snowflake's word, such as SMALL.</summary>
public sealed record WarehouseObject(QualifiedName Name, string ClassName) : CatalogObject(Name, ClassName)
{
    public string Size { get; init; } = "XSMALL";

    public int AutoSuspendSeconds { get; init; } = 60;

    public int MinClusters { get; init; } = 1;

    public int MaxClusters { get; init; } = 1;

    /// <summary>Of no effect where it doesn't scale.</summary>
    public ScalingPolicy Scaling { get; init; }

    /// <summary>0: as the account says.</summary>
    public int StatementTimeoutSeconds { get; init; }

    /// <summary>The resource monitor that counts its credits; null where the model assigns none.</summary>
    public QualifiedName? Monitor { get; init; }
}

/// <summary>When a multi-cluster warehouse starts and stops clusters.</summary>
public enum ScalingPolicy { Standard, Economy }
