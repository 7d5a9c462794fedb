namespace Pipeline.Model;

/// <summary>An expectation: what holds for every row of this table; checked on each row that a load is about to write.</summary>
/// <remarks>
/// On a static method of the class from a row to <c>bool</c>. The method's name is the rule's name in QUALITY_METRICS and, in
/// upper snake case, beside each rejected row.
/// </remarks>
/// <example><code>
/// [Expect(OnViolation.Reject)] static bool AmountsArePositive(StgSales s) =&gt; s is { Quantity: &gt; 0, UnitPrice: &gt;= 0 };
/// </code></example>
/// <param name="onViolation">What a row does that breaks it.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ExpectAttribute(OnViolation onViolation) : Attribute
{
    /// <summary>What a row does that breaks it.</summary>
    public OnViolation OnViolation => onViolation;
}
