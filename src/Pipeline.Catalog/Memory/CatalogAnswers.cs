using System.Collections.Concurrent;

namespace Pipeline.Catalog.Memory;

/// <summary>What a catalog answers to questions, in short: two catalogs that answer in the same words have the same objects there.</summary>
internal sealed class CatalogAnswers(CompiledCatalog catalog)
{
    private readonly ConcurrentDictionary<string, string> known = new(StringComparer.Ordinal);

    public string Of(string question) => known.GetOrAdd(question, Answer);

    private string Answer(string question)
    {
        if (question == CatalogQuestion.Everything) return Of(catalog.Objects);
        var asked = question.Substring(1);
        return question[0] switch
        {
            CatalogQuestion.Named => Of(catalog.Named(QualifiedName.Parse(asked))),
            CatalogQuestion.Kind => typeof(CatalogObject).Assembly.GetType(asked) is { } kind ? Of(catalog.Objects.Where(kind.IsInstanceOfType)) : "",
            CatalogQuestion.Tracked => catalog.IsTracked(QualifiedName.Parse(asked)) ? "yes" : "no",
            CatalogQuestion.StreamsOn => string.Join(" ", catalog.StreamsOn(QualifiedName.Parse(asked))),
            CatalogQuestion.UnderDynamicTable => catalog.IsUnderDynamicTable(QualifiedName.Parse(asked)) ? "yes" : "no",
            // Of another version's memory: what nobody understands has no answer that was remembered.
            _ => "not understood",
        };
    }

    // Their order counts too: what is made of several comes in it.
    private static string Of(IEnumerable<CatalogObject> objects)
    {
        var prints = objects.Select(ObjectFingerprint.Of).ToList();
        return prints.Count switch { 0 => "", 1 => prints[0], _ => ObjectFingerprint.OfText(string.Join("\n", prints)) };
    }
}
