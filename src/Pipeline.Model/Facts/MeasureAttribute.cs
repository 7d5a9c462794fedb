namespace Pipeline.Model;

/// <summary>A number of a fact to calculate with.</summary>
/// <example><code>
/// [Measure, Number(12, 3)] public decimal Quantity { get; init; }
/// [Measure(Additivity.NonAdditive), Number(12, 2)] public decimal UnitPrice { get; init; }
/// </code></example>
/// <param name="additivity">Along which dimensions it may be added up.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MeasureAttribute(Additivity additivity = Additivity.Additive) : Attribute
{
    /// <summary>Along which dimensions it may be added up.</summary>
    public Additivity Additivity => additivity;
}
