namespace Pipeline.Model;

/// <summary>Thrown in plain C# by <c>OrReject</c> where a value is missing; <see cref="Query{T}.Evaluate"/> keeps the row with the reason.</summary>
/// <param name="reason">Why the row is rejected.</param>
public sealed class RejectedRowException(string reason) : Exception($"The row is rejected: {reason}")
{
    /// <summary>Why the row is rejected.</summary>
    public string Reason => reason;
}
