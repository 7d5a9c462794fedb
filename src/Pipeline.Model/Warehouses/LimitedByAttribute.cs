namespace Pipeline.Model;

/// <summary>The resource monitor that counts this warehouse's credits, and stops it.</summary>
/// <remarks>
/// Becomes ALTER WAREHOUSE .. SET RESOURCE_MONITOR, so that a warehouse that is there already comes under it too. Several warehouses share one
/// monitor's quota.
/// </remarks>
/// <example><code>[Warehouse(MaxClusters = 3), LimitedBy&lt;RetailQuota&gt;] public sealed class BiWh;</code></example>
/// <typeparam name="TMonitor">The resource monitor.</typeparam>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LimitedByAttribute<[OfKind(typeof(ResourceMonitorAttribute))] TMonitor> : Attribute;
