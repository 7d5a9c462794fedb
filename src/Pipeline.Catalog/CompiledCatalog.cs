using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Pipeline.Catalog;

/// <summary>The compiled model: every object of it, each after what it depends on.</summary>
public sealed record CompiledCatalog(EquatableArray<CatalogObject> Objects)
{
    /// <summary>The version of the format that the manifest and the assembly carry.</summary>
    public const int Format = 1;

    // No part of the record: two catalogs are equal by their objects.
    private static readonly ConditionalWeakTable<CompiledCatalog, Index> Indexes = new();

    /// <summary>The objects of one kind, in order.</summary>
    public IReadOnlyList<T> All<T>() where T : CatalogObject => Indexed.All<T>();

    public CatalogObject? Find(QualifiedName name) => Named(name) is [var first, ..] ? first : null;

    // Two objects of one name are of two kinds, until a rule refuses them.
    public T? Find<T>(QualifiedName name) where T : CatalogObject
    {
        foreach (var item in Named(name))
        {
            if (item is T found) return found;
        }

        return null;
    }

    /// <summary>The objects of this name, in order: one, where nothing is wrong.</summary>
    internal IReadOnlyList<CatalogObject> Named(QualifiedName name) => Indexed.Named(name);

    private Index Indexed => Indexes.GetValue(this, catalog => new(catalog.Objects));

    // Each object asks for others: by a walk over all of them, that would be quadratic.
    private sealed class Index
    {
        private readonly EquatableArray<CatalogObject> objects;
        private readonly Dictionary<QualifiedName, IReadOnlyList<CatalogObject>> byName;
        private readonly ConcurrentDictionary<Type, object> byKind = new();

        public Index(EquatableArray<CatalogObject> objects)
        {
            this.objects = objects;
            byName = new(objects.Count);
            foreach (var item in objects)
            {
                byName[item.Name] = byName.TryGetValue(item.Name, out var items) ? [.. items, item] : new[] { item };
            }
        }

        public IReadOnlyList<CatalogObject> Named(QualifiedName name) => byName.TryGetValue(name, out var items) ? items : [];

        public IReadOnlyList<T> All<T>() where T : CatalogObject => (IReadOnlyList<T>)byKind.GetOrAdd(typeof(T), _ => objects.OfType<T>().ToArray());
    }
}
