using Pipeline.Catalog;
using Pipeline.Catalog.Baseline;
using Pipeline.Catalog.Json;
using Pipeline.Sql.Snowflake;

namespace Pipeline.Build.Baseline;

/// <summary>Compares the model with the manifest that was shipped, and refuses what would lose data, or what no account could follow, until it is renamed or accepted.</summary>
/// <remarks>While it refuses, nothing is written: the shipped manifest stays, and the next build says the same.</remarks>
public static class BaselineCheck
{
    /// <param name="shipped">What was shipped.</param>
    /// <param name="model">The model, complete.</param>
    /// <param name="accepted">The losses that somebody accepted by name.</param>
    /// <returns>Warnings: what is accepted and isn't lost.</returns>
    /// <exception cref="BuildException">Something would be lost, or the manifest can't be read.</exception>
    public static IReadOnlyList<BuildError> Refuse(ShippedManifest shipped, CompiledCatalog model, IReadOnlyList<string> accepted)
    {
        if (shipped.Text is null) return [];
        var before = Read(shipped.Text, shipped.Name, model);
        var losses = Losses.Of(before, model, SnowflakeDialect.Instance.Type).ToList();
        var unmet = Unmet(accepted, losses, isShipped: before == model);
        var known = new HashSet<string>(accepted, StringComparer.OrdinalIgnoreCase);
        var errors = losses.Where(l => !known.Contains(l.Accepted)).Select(l => Error(l, shipped.Name)).ToList();
        return errors.Count == 0 ? unmet : throw new BuildException(errors) { Warnings = unmet };
    }

    // The build that met the loss has shipped it; the line stays until the next change, so that a review sees it beside the manifest's.
    private static IReadOnlyList<BuildError> Unmet(IReadOnlyList<string> accepted, IReadOnlyList<Loss> losses, bool isShipped) => isShipped ? [] :
    [
        .. accepted.Where(a => !losses.Any(l => string.Equals(l.Accepted, a, StringComparison.OrdinalIgnoreCase)))
            .Select(a => new BuildError(BuildErrorCodes.AcceptedLossUnmet,
                $"PipelineAcceptLoss accepts {a}, and this change of the model loses nothing of that name. Take it out: left there, it accepts the next loss of the name unseen.")),
    ];

    private static CompiledCatalog Read(string shipped, string manifest, CompiledCatalog model)
    {
        try
        {
            return ShippedCatalog.Read(shipped, model);
        }
        catch (CatalogFormatException e)
        {
            throw new BuildException(new BuildError(LossCodes.BaselineUnreadable, manifest, 1, 1, e.Message));
        }
    }

    private static BuildError Error(Loss loss, string manifest) =>
        new(loss.Code, loss.At?.File, loss.At?.Line ?? 0, loss.At is null ? 0 : 1, loss.Message(manifest));
}
