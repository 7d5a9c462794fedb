namespace Pipeline.Engine.Files;

/// <summary>One document as compact text; or why it can't be read, and what stands there.</summary>
internal sealed record JsonDocumentText(string? Text, string? Problem, string Raw);
