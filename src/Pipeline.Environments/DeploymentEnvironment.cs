using Pipeline.Catalog;

namespace Pipeline.Environments;

/// <summary>One environment with all that holds in it: the file's values, and over them its own.</summary>
public sealed record DeploymentEnvironment(string Name)
{
    /// <summary>The environment of a model without a file: it has no values.</summary>
    public static readonly DeploymentEnvironment None = new("default");

    /// <summary>The file that it was read from, as messages name it.</summary>
    public string File { get; init; } = EnvironmentFile.DefaultName;

    public string? Account { get; init; }

    /// <summary>May hold <c>${user}</c>: see <see cref="DatabaseOf"/>.</summary>
    public string? Database { get; init; }

    public string? Role { get; init; }

    public Edition Edition { get; init; }

    /// <summary>Whether the file says the edition: without a word nothing is refused for it.</summary>
    public bool SaysEdition { get; init; }

    /// <summary>The account's cloud; null where the file doesn't say it: then nothing is refused for it.</summary>
    public Cloud? Cloud { get; init; }

    public Schedules Schedules { get; init; }

    /// <summary>In the order of their names.</summary>
    public EquatableArray<NamedValue> Values { get; init; }

    public EquatableArray<PropertyOverride> Overrides { get; init; }

    /// <summary>The database of one developer, where each has its own.</summary>
    public string? DatabaseOf(string user) => Database?.Replace(EnvironmentFile.UserPlaceholder, Identifier(user));

    public EnvironmentValue? Find(string name) => Values.FirstOrDefault(v => v.Name == name)?.Value;

    // A login such as "jane.doe" can't stand in a name as it is.
    private static string Identifier(string user) =>
        new([.. user.ToUpperInvariant().Select(c => c is (>= 'A' and <= 'Z') or (>= '0' and <= '9') ? c : '_')]);
}
