namespace Pipeline.Model;

/// <summary>The column tells of a person: a name, an address, a number. What is made of it does so too.</summary>
/// <remarks>
/// In a schema that is <see cref="SchemaAttribute.Published">published</see> each column that a personal one flows into is
/// <see cref="MaskedAttribute{TMask}">masked</see>, or says by <see cref="DisclosedAttribute"/> why it needn't be; else it is a compiler error.
/// </remarks>
/// <example><code>[Pii] public string? Email { get; init; }</code></example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PiiAttribute : Attribute;
