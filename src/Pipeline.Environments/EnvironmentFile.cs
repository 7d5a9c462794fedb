using Pipeline.Catalog;

namespace Pipeline.Environments;

/// <summary>What <c>pipeline.yml</c> says: the environments of a model, each complete.</summary>
/// <param name="Path">The file, as messages name it.</param>
public sealed record EnvironmentFile(string Path, EquatableArray<DeploymentEnvironment> Environments)
{
    /// <summary>The name that the file has beside a model.</summary>
    public const string DefaultName = "pipeline.yml";

    /// <summary>Stands for the developer in the name of a database.</summary>
    public const string UserPlaceholder = DatabaseObject.UserPlaceholder;

    /// <summary>The model's name, where the file says it.</summary>
    public string? Model { get; init; }

    /// <summary>The environment of a command that names none.</summary>
    public string? Default { get; init; }

    /// <summary>The environment for which the committed <c>sql/</c> is rendered.</summary>
    public string? Committed { get; init; }

    /// <summary>The environment by its name; without one, the default or the only one.</summary>
    /// <exception cref="EnvironmentException">There is no such environment, or none was named and several could be meant.</exception>
    public DeploymentEnvironment Find(string? name)
    {
        name ??= Default ?? (Environments.Count == 1 ? Environments[0].Name : null);
        var known = string.Join(", ", Environments.Select(e => e.Name));
        if (name is null) throw Missing($"The file has several environments ({known}) and no default; name one, or add 'default: {Environments[0].Name}'.");
        return Environments.FirstOrDefault(e => e.Name == name) ?? throw Missing($"The file has no environment '{name}'; name one of {known}.");
    }

    /// <summary>The environment of the committed files.</summary>
    /// <exception cref="EnvironmentException">Several could be meant.</exception>
    public DeploymentEnvironment FindCommitted()
    {
        if (Committed is null && Default is null && Environments.Count > 1)
        {
            throw Missing($"The file doesn't say for which environment sql/ is committed; add 'committed: {Environments[0].Name}'.");
        }

        return Find(Committed);
    }

    private EnvironmentException Missing(string what) => new(new EnvironmentError(Path, 0, 0, what));
}
