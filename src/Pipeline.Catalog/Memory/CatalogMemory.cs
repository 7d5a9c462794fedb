using System.Collections.Concurrent;

namespace Pipeline.Catalog.Memory;

/// <summary>What the last build made of a catalog: what asked only for what is still the same, is still the same too.</summary>
/// <remarks>
/// Nobody lists what a piece depends on. The catalog notes what it is asked while the piece is made, and a piece holds as long as each of these questions has the answer that it had.
/// What doesn't come out of the catalog (templates, the environment, the version of this code) is part of <see cref="Basis"/>; another basis begins with nothing.
/// </remarks>
public sealed class CatalogMemory
{
    private ConcurrentDictionary<string, RememberedPiece> before = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, RememberedPiece> now = new(StringComparer.Ordinal);
    private bool isWhole = true;
    private int made;

    public CatalogMemory(string basis = "", IEnumerable<KeyValuePair<string, RememberedPiece>>? pieces = null)
    {
        Basis = basis;
        foreach (var piece in pieces ?? []) now[piece.Key] = piece.Value;
    }

    /// <summary>A fingerprint of all that a piece depends on beside the catalog.</summary>
    public string Basis { get; private set; }

    /// <summary>What was made or still held since <see cref="Begin"/>.</summary>
    public IReadOnlyCollection<KeyValuePair<string, RememberedPiece>> Pieces => now;

    /// <summary>How many pieces were made since <see cref="Begin"/>, because they were new or something that they asked for had changed.</summary>
    public int Made => made;

    /// <summary>Begins a build.</summary>
    public void Begin(string basis)
    {
        // A build that was refused halfway hasn't asked for all: what it left out is as good as before it.
        foreach (var piece in isWhole ? [] : before.Where(p => !now.ContainsKey(p.Key)).ToList()) now[piece.Key] = piece.Value;
        before = basis == Basis ? now : new(StringComparer.Ordinal);
        now = new(StringComparer.Ordinal);
        (Basis, isWhole, made) = (basis, false, 0);
    }

    /// <summary>The build has asked for all that it needs: what it didn't ask for is forgotten.</summary>
    public void End() => isWhole = true;

    /// <summary>What is made of one object and of what that leads to: remembered, or made now.</summary>
    /// <param name="what">What is made.</param>
    /// <param name="item">The object. It is part of what is asked.</param>
    /// <param name="catalog">The catalog.</param>
    /// <param name="make">Makes it, and must find all of it in the catalog that it is given.</param>
    public IReadOnlyList<string> OfObject(string what, CatalogObject item, CompiledCatalog catalog, Func<CompiledCatalog, IReadOnlyList<string>> make)
    {
        // Of two objects of one name nobody could say whose the piece is.
        if (catalog.Named(item.Name).Count != 1) return make(catalog);
        var key = $"{what} {item.GetType().Name} {item.Name}";
        if (Recalled(key, catalog.Answers) is { } recalled) return recalled;

        var questions = new CatalogQuestions();
        questions.Named(item.Name);
        var texts = make(catalog.Noting(questions));
        var asked = questions.All;
        return Kept(key, new(asked, [.. asked.Select(catalog.Answers.Of)], texts));
    }

    /// <summary>What is made of texts alone: remembered, or made now.</summary>
    public string OfTexts(string what, IReadOnlyList<string> texts, Func<string> make)
    {
        var key = $"{what} {ObjectFingerprint.OfText(string.Join("\n", texts))}";
        return (Recalled(key, null) ?? Kept(key, new([], [], [make()])))[0];
    }

    private IReadOnlyList<string>? Recalled(string key, CatalogAnswers? answers)
    {
        if (!before.TryGetValue(key, out var piece) || !piece.HoldsFor(answers)) return null;
        now[key] = piece;
        return piece.Texts;
    }

    private IReadOnlyList<string> Kept(string key, RememberedPiece piece)
    {
        now[key] = piece;
        Interlocked.Increment(ref made);
        return piece.Texts;
    }
}
