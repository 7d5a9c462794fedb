namespace Pipeline.Sql;

/// <summary>Where a user's own templates are found.</summary>
public interface ITemplateSource
{
    /// <summary>The user's template of this name, such as <c>Snowflake/Streams/stream.sql</c>; null where there is none.</summary>
    TemplateText? Find(string name);
}

/// <summary>A template and the file that errors name.</summary>
public sealed record TemplateText(string File, string Text);
