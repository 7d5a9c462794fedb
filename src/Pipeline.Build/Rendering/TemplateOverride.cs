namespace Pipeline.Build.Rendering;

/// <summary>A template of the user's that stands for the one of the same name.</summary>
/// <param name="Name">Below the folder of the templates, with '/'.</param>
/// <param name="File">The file, as messages name it.</param>
public sealed record TemplateOverride(string Name, string File, string Text);
