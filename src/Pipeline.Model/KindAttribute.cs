namespace Pipeline.Model;

/// <summary>What makes a class an object of the platform: exactly one attribute of a kind, such as <c>[Table&lt;Landing&gt;]</c>.</summary>
/// <remarks>
/// The class's name in upper snake case is the object's name: <c>StgSales</c> is STG_SALES. A doc comment on the class or on a
/// property becomes the COMMENT.
/// </remarks>
public abstract class KindAttribute : Attribute
{
    /// <summary>The name in the account, where it isn't the class's name in upper snake case.</summary>
    /// <example><code>[DynamicTable&lt;Analytics, TransformWh&gt;(Name = "MV_DAILY_SALES_SUMMARY")] public sealed class DailySalesSummary</code></example>
    public string? Name { get; init; }
}
