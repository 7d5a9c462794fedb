namespace Pipeline.Model;

/// <summary>The method that gives the row of the unknown member: the one with surrogate key -1, to which facts without a member refer.</summary>
/// <remarks>
/// Without such a method, texts are <c>UNKNOWN</c>, nullable columns null and all else zero. A business key that it sets is none that a member has: no member of an enum, and not
/// the key of row -2 or -3.
/// </remarks>
/// <example><code>
/// [UnknownMember] static DimCustomer Unknown() =&gt; new() { CustomerId = -1, Name = "Unknown", Segment = "UNKNOWN" };
/// </code></example>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnknownMemberAttribute : Attribute;
