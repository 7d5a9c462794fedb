namespace Pipeline.Catalog.Memory;

/// <summary>What a catalog is asked while something is made of it.</summary>
/// <remarks>Of one thread. Each question is a text, so that it can be asked again of another build's catalog.</remarks>
internal sealed class CatalogQuestions
{
    private readonly HashSet<string> questions = new(StringComparer.Ordinal);

    // In an order that doesn't depend on who asked first.
    public IReadOnlyList<string> All => [.. questions.OrderBy(q => q, StringComparer.Ordinal)];

    public void Everything() => questions.Add(CatalogQuestion.Everything);

    public void Named(QualifiedName name) => Add(CatalogQuestion.Named, name.ToString());

    public void Kind(Type kind) => Add(CatalogQuestion.Kind, kind.FullName!);

    public void Tracked(QualifiedName table) => Add(CatalogQuestion.Tracked, table.ToString());

    public void StreamsOn(QualifiedName view) => Add(CatalogQuestion.StreamsOn, view.ToString());

    public void UnderDynamicTable(QualifiedName name) => Add(CatalogQuestion.UnderDynamicTable, name.ToString());

    public void Also(CatalogQuestions others) => questions.UnionWith(others.questions);

    private void Add(char kind, string of) => questions.Add(kind + of);
}
