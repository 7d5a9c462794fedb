using Pipeline.Catalog;

namespace Pipeline.Environments;

/// <summary>The environment file can't be used; its message lists all that is wrong with it, a line each.</summary>
public sealed class EnvironmentException(IEnumerable<EnvironmentError> errors) : Exception
{
    public EnvironmentException(EnvironmentError error)
        : this([error])
    {
    }

    public EquatableArray<EnvironmentError> Errors { get; } = errors.ToEquatableArray();

    public override string Message => string.Join("\n", Errors);
}
