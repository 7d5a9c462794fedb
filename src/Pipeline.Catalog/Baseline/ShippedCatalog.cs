using Pipeline.Catalog.Json;

namespace Pipeline.Catalog.Baseline;

/// <summary>The catalog that was shipped, out of its manifest.</summary>
public static class ShippedCatalog
{
    /// <exception cref="CatalogFormatException">It can't be read; the message says what to do.</exception>
    public static CompiledCatalog Read(string manifest)
    {
        try
        {
            return CatalogJson.ReadManifest(manifest.TrimStart('\ufeff'));
        }
        catch (CatalogFormatException e)
        {
            throw new CatalogFormatException(
                $"What was shipped can't be read: {e.Message} Restore the file from version control; deleting it makes this build's model the shipped one, whatever that loses.");
        }
    }
}
