using Pipeline.Catalog;
using Pipeline.Catalog.Json;

namespace Pipeline.Build.Baseline;

/// <summary>Compares the model with the manifest that was shipped, and refuses what would lose data until it is renamed or accepted.</summary>
/// <remarks>While it refuses, nothing is written: the shipped manifest stays, and the next build says the same.</remarks>
public static class BaselineCheck
{
    /// <param name="shipped">What was shipped.</param>
    /// <param name="model">The model, complete.</param>
    /// <param name="accepted">The losses that somebody accepted by name.</param>
    /// <exception cref="BuildException">Something would be lost, or the manifest can't be read.</exception>
    public static void Refuse(ShippedManifest shipped, CompiledCatalog model, IReadOnlyList<string> accepted)
    {
        if (shipped.Text is null) return;
        var known = new HashSet<string>(accepted, StringComparer.OrdinalIgnoreCase);
        var errors = Losses.Of(Read(shipped.Text, shipped.Name), model).Where(l => !known.Contains(l.Accepted)).Select(l => Error(l, shipped.Name)).ToList();
        if (errors.Count > 0) throw new BuildException(errors);
    }

    private static CompiledCatalog Read(string shipped, string manifest)
    {
        try
        {
            return CatalogJson.ReadManifest(shipped.TrimStart('\ufeff'));
        }
        catch (CatalogFormatException e)
        {
            throw new BuildException(new BuildError(BuildErrorCodes.BaselineUnreadable, manifest, 1, 1,
                $"What was shipped can't be read: {e.Message} Restore the file from version control; deleting it makes this build's model the shipped one, whatever that loses."));
        }
    }

    private static BuildError Error(Loss loss, string manifest) => new(
        loss.Code, loss.At?.File, loss.At?.Line ?? 0, loss.At is null ? 0 : 1,
        $"{loss.What} {(loss.WayOut is null ? "" : loss.WayOut + " ")}If it may be lost, set PipelineAcceptLoss to {loss.Accepted}. "
        + $"If it was never deployed, restore {manifest} as it was, and build again.");
}
