namespace Pipeline.Model;

/// <summary>A check of a gate: a static method whose query gives what is wrong. No row means that it passes.</summary>
/// <remarks>
/// The parameters are the tables, views and streams that it reads. Its name is CHECK_NAME in QUALITY_METRICS, the number of its rows ERROR_COUNT.
/// </remarks>
/// <example><code>
/// [Check] static Query&lt;StgSales&gt; AmountsAreValid(Query&lt;StgSales&gt; sales) => from s in sales where s.TotalAmount &lt;= 0 select s;
/// // SELECT COUNT(*) INTO :errors_of_amounts_are_valid FROM (SELECT .. WHERE sales.TOTAL_AMOUNT &lt;= 0)
/// </code></example>
/// <param name="onFailure">What becomes of the graph where it finds any.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CheckAttribute(OnFailure onFailure = OnFailure.Stop) : Attribute
{
    /// <summary>What becomes of the graph where it finds any.</summary>
    public OnFailure OnFailure => onFailure;
}
