namespace Pipeline.Catalog;

/// <summary>A resource monitor: a quota of credits in a period, and what happens at which percents of it.</summary>
public sealed record ResourceMonitorObject(QualifiedName Name, string ClassName, int CreditQuota) : CatalogObject(Name, ClassName)
{
    public QuotaPeriod Frequency { get; init; }

    public EquatableArray<int> NotifyAtPercent { get; init; }

    /// <summary>0: it lets warehouses run.</summary>
    public int SuspendAtPercent { get; init; }

    /// <summary>0: it cancels nothing.</summary>
    public int SuspendImmediatelyAtPercent { get; init; }

    /// <summary>It is the account's, whatever warehouses it counts besides.</summary>
    public bool OfAccount { get; init; }
}

/// <summary>The period in which a resource monitor counts.</summary>
public enum QuotaPeriod { Monthly, Daily, Weekly, Yearly, Never }
