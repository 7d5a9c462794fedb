using Pipeline.Sql;

namespace Pipeline.Build.Rendering;

/// <summary>The templates of a model project, each in the place of ours of the same name: <c>stream.sql</c>, or with its folders.</summary>
internal sealed class UserTemplates : ITemplateSource
{
    private readonly Dictionary<string, TemplateText> templates = new(StringComparer.Ordinal);

    /// <exception cref="BuildException">A template has the name of none of ours, or two have the same.</exception>
    public UserTemplates(IReadOnlyList<TemplateOverride> overrides)
    {
        var errors = new List<BuildError>();
        foreach (var template in overrides)
        {
            var meant = OurNames.Where(n => n == template.Name || n.EndsWith("/" + template.Name, StringComparison.Ordinal)).ToList();
            if (meant.Count != 1) errors.Add(Error(template, $"There is no template '{template.Name}' to override; name the file after one of {string.Join(", ", OurNames.Select(Path.GetFileName))}."));
            else if (templates.ContainsKey(meant[0])) errors.Add(Error(template, $"{meant[0]} is overridden twice; keep one of the files."));
            else templates.Add(meant[0], new TemplateText(template.File, template.Text));
        }

        if (errors.Count > 0) throw new BuildException(errors);
    }

    private static IReadOnlyList<string> OurNames { get; } =
        [.. typeof(ITemplateSource).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)).OrderBy(n => n, StringComparer.Ordinal)];

    public TemplateText? Find(string name) => templates.TryGetValue(name, out var template) ? template : null;

    private static BuildError Error(TemplateOverride template, string message) => new(BuildErrorCodes.Rendering, template.File, 1, 1, message);
}
