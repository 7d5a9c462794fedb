namespace Pipeline.Engine.Files;

/// <summary>One field, and whether it was enclosed.</summary>
internal readonly record struct CsvField(string Text, bool IsEnclosed);
