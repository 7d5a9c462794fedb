namespace Pipeline.Catalog.Baseline;

/// <summary>A change of the model that would lose what was shipped, or that no account could follow.</summary>
/// <param name="Code">The code of its error.</param>
/// <param name="Word">What happens to it, as one accepts it: <c>drop-column</c>.</param>
/// <param name="Name">What it happens to: <c>CURATED.DIM_STORE.CITY</c>.</param>
/// <param name="Object">The object whose class has to change; null where there is none.</param>
/// <param name="Column">Its column that has to change; null where it is the class.</param>
/// <param name="What">What was shipped, what the model says now, and what would be lost.</param>
/// <param name="WayOut">How it is kept; null where nothing but accepting helps.</param>
public sealed record Loss(string Code, string Word, string Name, CatalogObject? Object, Column? Column, string What, string? WayOut)
{
    /// <summary>When one may accept it, in words.</summary>
    public string Accepting { get; init; } = "If it may be lost";

    /// <summary>The class that was shipped, of a table or a stream that is gone.</summary>
    public string? ShippedClass { get; init; }

    /// <summary>The name to give to [RenamedFrom], where it is likely that <see cref="Object"/> or its <see cref="Column"/> had it; null where a rename isn't likely.</summary>
    public string? RenamedFrom { get; init; }

    /// <summary>Whether a question mark on the type of <see cref="Column"/> keeps it.</summary>
    public bool IsKeptByNull { get; init; }

    /// <summary>Where the C# is that has to change; null where there is none.</summary>
    public SourcePlace? At => Column?.At ?? Object?.At;

    /// <summary>How this loss, and no other, is accepted.</summary>
    public string Accepted => Word + ":" + Name;

    /// <summary>What is lost, and all ways out.</summary>
    /// <param name="manifest">The shipped manifest, as messages name it.</param>
    public string Message(string manifest) =>
        $"{What} {(WayOut is null ? "" : WayOut + " ")}{Accepting}, set PipelineAcceptLoss to {Accepted}. If it was never deployed, restore {manifest} as it was, and build again.";
}
