namespace Pipeline.Model;

/// <summary>The size of a virtual warehouse; each step doubles its compute and its credits.</summary>
public enum WarehouseSize
{
    /// <summary>XSMALL: one credit an hour.</summary>
    XSmall,

    /// <summary>SMALL.</summary>
    Small,

    /// <summary>MEDIUM.</summary>
    Medium,

    /// <summary>LARGE.</summary>
    Large,

    /// <summary>XLARGE.</summary>
    XLarge,

    /// <summary>XXLARGE.</summary>
    XXLarge,
}
