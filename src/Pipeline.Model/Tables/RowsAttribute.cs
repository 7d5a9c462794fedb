namespace Pipeline.Model;

/// <summary>The rows that a table has by the model: after each deployment these and no others. Who may see what is reviewed like code.</summary>
/// <remarks>
/// On a static method without parameters that returns an array of new rows, written out. A row that is gone from the model is deleted by the next deployment, before
/// new ones are inserted. Such a table has no loads.
/// </remarks>
/// <example><code>
/// [Table&lt;Governance&gt;]
/// public sealed class RegionAccess
/// {
///     [BusinessKey, Varchar(255)] public string RoleName { get; init; }
///     [BusinessKey, Varchar(20)] public string Region { get; init; }
///
///     [Rows] internal static RegionAccess[] Rows() =&gt; [new() { RoleName = "EAST_MANAGER", Region = "EAST" }];
/// }
/// </code></example>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RowsAttribute : Attribute;
