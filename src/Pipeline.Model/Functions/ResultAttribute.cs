using System.ComponentModel;

namespace Pipeline.Model;

/// <summary>How the type of a function's result follows from its arguments, where the method's own type doesn't say it.</summary>
/// <example><code>[Result(ResultType.Quotient)] public static decimal? Div0(decimal? dividend, decimal? divisor) => ..;</code></example>
/// <param name="type">How it follows.</param>
[AttributeUsage(AttributeTargets.Method)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ResultAttribute(ResultType type) : Attribute
{
    /// <summary>How it follows.</summary>
    public ResultType Type { get; } = type;
}
