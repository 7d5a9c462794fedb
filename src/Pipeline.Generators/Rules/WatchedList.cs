using System.Collections;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>Objects that rules go through again and again: at each step one learns whether that is still wanted, since while one types it soon isn't.</summary>
internal sealed class WatchedList(CatalogObject[] objects, CancellationToken cancellation) : IReadOnlyList<CatalogObject>
{
    public int Count => objects.Length;

    public CatalogObject this[int index] => objects[index];

    public IEnumerator<CatalogObject> GetEnumerator()
    {
        foreach (var item in objects)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return item;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
