namespace Pipeline.Model;

/// <summary>Says of which kinds the class given for a type parameter may be.</summary>
/// <remarks>
/// For the vocabulary itself: one rule reads it for all attributes and methods, so that <c>[Table&lt;RawSales&gt;]</c> is told
/// "'RawSales' is a table; [Table&lt;&gt;] takes a schema".
/// </remarks>
/// <param name="kinds">The attributes of which the class has one.</param>
[AttributeUsage(AttributeTargets.GenericParameter)]
public sealed class OfKindAttribute(params Type[] kinds) : Attribute
{
    /// <summary>The attributes of which the class has one.</summary>
    public Type[] Kinds => kinds;
}
