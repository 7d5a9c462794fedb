namespace Pipeline.Catalog;

/// <summary>A load that can't be lowered; the message names the table and says what to change.</summary>
public sealed class UnsupportedLoadException(string message) : Exception(message);
