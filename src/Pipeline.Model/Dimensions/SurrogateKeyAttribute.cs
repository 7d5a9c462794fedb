namespace Pipeline.Model;

/// <summary>The number by which facts refer to one version of a dimension row; it has no meaning outside the warehouse.</summary>
/// <remarks>Becomes an AUTOINCREMENT column. A key once given stays with its version; -1 is the unknown member.</remarks>
/// <example><code>[SurrogateKey] public long CustomerKey { get; init; }   // CUSTOMER_KEY NUMBER(19,0) NOT NULL</code></example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SurrogateKeyAttribute : Attribute;
