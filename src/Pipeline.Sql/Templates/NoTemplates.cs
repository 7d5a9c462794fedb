namespace Pipeline.Sql;

/// <summary>No template is overridden.</summary>
public sealed class NoTemplates : ITemplateSource
{
    public static readonly NoTemplates Instance = new();

    private NoTemplates()
    {
    }

    public TemplateText? Find(string name) => null;
}
