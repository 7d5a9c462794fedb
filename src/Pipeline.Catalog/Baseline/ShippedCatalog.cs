using Pipeline.Catalog.Json;

namespace Pipeline.Catalog.Baseline;

/// <summary>The catalog that was shipped, out of its manifest.</summary>
public static class ShippedCatalog
{
    /// <param name="manifest">The text of the manifest.</param>
    /// <param name="model">What it will be compared with, where that is a whole catalog: what is written in the same words isn't read again.</param>
    /// <exception cref="CatalogFormatException">It can't be read; the message says what to do.</exception>
    public static CompiledCatalog Read(string manifest, CompiledCatalog? model = null)
    {
        try
        {
            return CatalogJson.ReadManifest(manifest.TrimStart('\ufeff'), model);
        }
        catch (CatalogFormatException e)
        {
            throw new CatalogFormatException(
                $"What was shipped can't be read: {e.Message} Restore the file from version control; deleting it makes this build's model the shipped one, whatever that loses.");
        }
    }
}
