namespace Pipeline.Catalog;

/// <summary>One statement of a lowered load, neutral to the dialect.</summary>
/// <param name="Purpose">What it is for: the comment above it.</param>
public abstract record Statement(string Purpose);
