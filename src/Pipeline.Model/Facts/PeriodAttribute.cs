namespace Pipeline.Model;

/// <summary>The day that a row of a periodic snapshot is of; a part of the grain.</summary>
/// <remarks>A <c>DateOnly</c>. Along it, semi-additive measures aren't added up.</remarks>
/// <example><code>[Grain, Period] public DateOnly Day { get; init; }</code></example>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PeriodAttribute : Attribute;
