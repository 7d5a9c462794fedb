namespace Pipeline.Model;

/// <summary>Readers see the rows that a row access policy allows.</summary>
/// <remarks>The policy is a part of the CREATE: no row is shown before it is in force. An object has one.</remarks>
/// <example><code>[View&lt;Analytics&gt;(Secure = true), RowAccess&lt;RegionPolicy&gt;(nameof(Region))] public sealed class SalesByRegion { .. }</code></example>
/// <typeparam name="TPolicy">The policy.</typeparam>
/// <param name="columns">The columns that it takes, by property, in the order of its parameters.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RowAccessAttribute<[OfKind(typeof(RowAccessPolicyAttribute<>))] TPolicy>(params string[] columns) : Attribute
{
    /// <summary>The columns that it takes, by property.</summary>
    public string[] Columns => columns;
}
