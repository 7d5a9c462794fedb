namespace Pipeline.Sql;

/// <summary>A template that can't be rendered; the message begins with its file, line and column.</summary>
public sealed class TemplateException(string message) : Exception(message);
