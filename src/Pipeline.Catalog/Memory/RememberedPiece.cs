namespace Pipeline.Catalog.Memory;

/// <summary>What was made of a catalog, and what the catalog was asked for it.</summary>
/// <param name="Asked">The questions.</param>
/// <param name="Answers">What was answered, in the same order.</param>
/// <param name="Texts">What was made of it.</param>
public sealed record RememberedPiece(IReadOnlyList<string> Asked, IReadOnlyList<string> Answers, IReadOnlyList<string> Texts)
{
    // What asked nothing holds for every catalog.
    internal bool HoldsFor(CatalogAnswers? answers)
    {
        for (var i = 0; i < Asked.Count; i++)
        {
            if (answers?.Of(Asked[i]) != Answers[i]) return false;
        }

        return true;
    }
}
