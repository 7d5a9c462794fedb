namespace Pipeline.Build.Reading;

/// <summary>A part of the catalog as the assembly carries it: an object's name and its JSON, or the header.</summary>
public sealed record CatalogPart(string Name, string Json);
