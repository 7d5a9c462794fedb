namespace Pipeline.Build;

/// <summary>The codes of the build's own errors; what a model does wrong has the code of its rule, and what it would lose has that of <see cref="Catalog.Baseline.LossCodes"/>.</summary>
public static class BuildErrorCodes
{
    /// <summary>The assembly carries no catalog.</summary>
    public const string CatalogMissing = "PL0901";

    /// <summary>The assembly's catalog can't be read whole.</summary>
    public const string CatalogUnreadable = "PL0902";

    /// <summary><c>pipeline.yml</c> can't be used, or the model asks of it what it hasn't.</summary>
    public const string Environment = "PL0903";

    /// <summary>The SQL can't be rendered.</summary>
    public const string Rendering = "PL0904";

    /// <summary>A file that isn't the build's is in the way.</summary>
    public const string ForeignFile = "PL0905";

    /// <summary>A committed file isn't what the model gives.</summary>
    public const string CommittedDiffers = "PL0906";

    /// <summary>A file can't be read or written.</summary>
    public const string FileAccess = "PL0907";

    /// <summary>A seed file isn't there, or its lines aren't rows of its table.</summary>
    public const string Seed = "PL0778";

    /// <summary>A loss is accepted that the build doesn't meet: a warning.</summary>
    public const string AcceptedLossUnmet = "PL0828";
}
