namespace Pipeline.Catalog.Json;

/// <summary>A manifest or a catalog that can't be read; the message says where and why.</summary>
public sealed class CatalogFormatException(string message) : Exception(message);
