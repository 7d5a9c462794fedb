using System.Text.RegularExpressions;
using Pipeline.Catalog;
using Pipeline.Environments.Yaml;
using YamlDotNet.Core;

namespace Pipeline.Environments;

/// <summary>Reads <c>pipeline.yml</c>. What is wrong with it is told all at once, each with its line and the way out.</summary>
public sealed class PipelineYaml
{
    internal static readonly string[] RootKeys = ["model", "default", "committed", "values", "secrets", "environments"];
    internal static readonly string[] EnvironmentKeys = ["account", "database", "role", "edition", "cloud", "schedules", "values", "secrets", "overrides"];
    internal static readonly Regex ValueName = new(@"^[A-Za-z_][A-Za-z0-9_.-]*$", RegexOptions.CultureInvariant);
    internal static readonly Regex EnvironmentName = new("^[A-Za-z][A-Za-z0-9_-]*$", RegexOptions.CultureInvariant);

    private readonly string path;
    private readonly List<EnvironmentError> errors = [];

    private PipelineYaml(string path) => this.path = path;

    /// <summary>Reads the file's content; <paramref name="path"/> is how messages name it.</summary>
    /// <exception cref="EnvironmentException">The content isn't what the file may hold.</exception>
    public static EnvironmentFile Read(byte[] content, string path) => Read(YamlReader.Decode(content, path), path);

    /// <inheritdoc cref="Read(byte[], string)"/>
    public static EnvironmentFile Read(string text, string path)
    {
        var reader = new PipelineYaml(path);
        var file = reader.File(YamlReader.Read(text.TrimStart('\ufeff'), path));
        return reader.errors.Count == 0 ? file : throw new EnvironmentException(reader.errors.OrderBy(e => e.Line).ThenBy(e => e.Column));
    }

    private EnvironmentFile File(YamlNode? root)
    {
        var sections = root is null ? [] : Entries(root, "The file", RootKeys);
        var values = Values(sections);
        var environments = Environments(sections, values);
        return new EnvironmentFile(path, environments)
        {
            Model = TextOf(sections, "model"),
            Default = Reference(sections, "default", environments),
            Committed = Reference(sections, "committed", environments),
        };
    }

    // A file without environments has one, so that a model with nothing but values needs no more.
    private EquatableArray<DeploymentEnvironment> Environments(Dictionary<string, YamlNode> sections, SortedDictionary<string, EnvironmentValue> values)
    {
        if (!sections.TryGetValue("environments", out var node)) return [Environment(DeploymentEnvironment.None.Name, [], values)];
        var environments = new List<DeploymentEnvironment>();
        foreach (var entry in Entries(node, "'environments'"))
        {
            if (!EnvironmentName.IsMatch(entry.Key)) Error(node.At, $"'{entry.Key}' is no name for an environment; use letters, digits, '_' and '-'.");
            environments.Add(Environment(entry.Key, Entries(entry.Value, $"The environment '{entry.Key}'", EnvironmentKeys), values));
        }

        if (environments.Count == 0) Error(node.At, "'environments' is empty; name one, such as 'dev'.");
        return environments.ToEquatableArray();
    }

    private DeploymentEnvironment Environment(string name, Dictionary<string, YamlNode> sections, SortedDictionary<string, EnvironmentValue> common)
    {
        var values = new SortedDictionary<string, EnvironmentValue>(common, StringComparer.Ordinal);
        foreach (var own in Values(sections)) values[own.Key] = own.Value;
        return new DeploymentEnvironment(name)
        {
            File = path,
            Account = TextOf(sections, "account"),
            Database = Database(sections),
            Role = TextOf(sections, "role"),
            Edition = Choice(sections, "edition", Edition.Standard),
            SaysEdition = sections.ContainsKey("edition"),
            Cloud = sections.ContainsKey("cloud") ? Choice(sections, "cloud", Cloud.Aws) : null,
            Schedules = Choice(sections, "schedules", Schedules.Running),
            Values = values.Select(v => new NamedValue(v.Key, v.Value)).ToEquatableArray(),
            Overrides = Overrides(sections).ToEquatableArray(),
        };
    }

    private string? Database(Dictionary<string, YamlNode> sections)
    {
        var database = TextOf(sections, "database");
        if (database?.Replace(EnvironmentFile.UserPlaceholder, "").Contains("${") == true)
        {
            Error(sections["database"].At, "'database' holds a placeholder that is not ${user}; write the name out.");
        }

        return database;
    }

    private SortedDictionary<string, EnvironmentValue> Values(Dictionary<string, YamlNode> sections)
    {
        var values = new SortedDictionary<string, EnvironmentValue>(StringComparer.Ordinal);
        foreach (var entry in Named(sections, "values"))
        {
            if (Value(entry.Key, entry.Value) is { } value) values[entry.Key] = value;
        }

        foreach (var entry in Named(sections, "secrets"))
        {
            if (Text(entry.Value, $"'{entry.Key}'") is not { } name) continue;
            if (!SecretShape.IsName(name)) Error(entry.Value.At, $"'{entry.Key}' is no name of a secret; write the name of the Snowflake secret, never its content.");
            if (values.ContainsKey(entry.Key)) Error(entry.Value.At, $"'{entry.Key}' is also under 'values'; a name stands for one thing, so remove one of the two.");
            values[entry.Key] = EnvironmentValue.Text(name);
        }

        return values;
    }

    private EnvironmentValue? Value(string name, YamlNode node)
    {
        if (node is not YamlList list) return ValueText(name, node) is { } text ? EnvironmentValue.Text(text) : null;
        var texts = list.Items.Select(i => ValueText(name, i)).ToList();
        return texts.Contains(null) ? null : new(texts.OfType<string>().ToEquatableArray(), IsList: true);
    }

    private string? ValueText(string name, YamlNode node)
    {
        if (Text(node, $"'{name}'") is not { } text) return null;
        if (text.Contains("${")) Error(node.At, $"'{name}' refers to another value; write its value here.");
        if (SecretShape.IsSecret(name, text))
        {
            Error(node.At, $"'{name}' looks like a secret, and this file is committed; create a Snowflake secret and give its name under 'secrets'.");
        }

        return text;
    }

    private IEnumerable<PropertyOverride> Overrides(Dictionary<string, YamlNode> sections)
    {
        if (!sections.TryGetValue("overrides", out var node)) yield break;
        foreach (var type in Entries(node, "'overrides'"))
        {
            foreach (var property in Entries(type.Value, $"'{type.Key}'"))
            {
                if (Text(property.Value, $"'{type.Key}.{property.Key}'") is not { } value) continue;
                yield return new(type.Key, property.Key, value, (int)property.Value.At.Line, (int)property.Value.At.Column);
            }
        }
    }

    private Dictionary<string, YamlNode> Named(Dictionary<string, YamlNode> sections, string section)
    {
        if (!sections.TryGetValue(section, out var node)) return [];
        var entries = Entries(node, $"'{section}'");
        foreach (var name in entries.Keys.Where(n => !ValueName.IsMatch(n)))
        {
            Error(entries[name].At, $"'{name}' is no name that ${{..}} could hold; use letters, digits, '.', '_' and '-'.");
        }

        return entries;
    }

    private string? Reference(Dictionary<string, YamlNode> sections, string key, EquatableArray<DeploymentEnvironment> environments)
    {
        var name = TextOf(sections, key);
        if (name is null || environments.Any(e => e.Name == name)) return name;
        var known = environments.Select(e => e.Name).ToList();
        Error(sections[key].At, $"There is no environment '{name}'; name one that this file has: {string.Join(", ", known)}.{Nearest.Question(name, known)}");
        return name;
    }

    private T Choice<T>(Dictionary<string, YamlNode> sections, string key, T absent) where T : struct, Enum
    {
        if (TextOf(sections, key) is not { } text) return absent;
        if (!int.TryParse(text, out _) && Enum.TryParse<T>(text.Replace("_", "").Replace("-", ""), ignoreCase: true, out var value)) return value;
        Error(sections[key].At, $"'{text}' is no {key}; use {string.Join(" or ", Enum.GetNames(typeof(T)).Select(SnakeCase))}.");
        return absent;
    }

    internal static string SnakeCase(string name) => Regex.Replace(name, "(?<!^)([A-Z])", "_$1", RegexOptions.CultureInvariant).ToLowerInvariant();

    private string? TextOf(Dictionary<string, YamlNode> sections, string key) =>
        sections.TryGetValue(key, out var node) ? Text(node, $"'{key}'") : null;

    private string? Text(YamlNode node, string what)
    {
        if (node is YamlText { IsNull: false } text) return text.Value;
        Error(node.At, node is YamlText ? $"{what} has no value; write one." : $"{what} is a {(node is YamlList ? "list" : "map")}; write one value.");
        return null;
    }

    private Dictionary<string, YamlNode> Entries(YamlNode node, string what, string[]? allowed = null)
    {
        var entries = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        if (node is YamlText { IsNull: true }) return entries;
        if (node is not YamlMap map)
        {
            Error(node.At, $"{what} holds names with values under them ('name: value'), not a {(node is YamlList ? "list" : "single value")}; write them so.");
            return entries;
        }

        foreach (var entry in map.Entries)
        {
            if (allowed is not null && !allowed.Contains(entry.Key.Value))
            {
                Error(entry.Key.At, $"{what} has no '{entry.Key.Value}'; use {string.Join(", ", allowed)}.{Nearest.Question(entry.Key.Value, allowed)}");
            }

            entries[entry.Key.Value] = entry.Value;
        }

        return entries;
    }

    private void Error(Mark at, string message) => errors.Add(new(path, (int)at.Line, (int)at.Column, message));
}
