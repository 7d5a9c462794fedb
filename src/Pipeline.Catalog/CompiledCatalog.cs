using System.Collections.Concurrent;
using Pipeline.Catalog.Memory;

namespace Pipeline.Catalog;

/// <summary>The compiled model: every object of it, each after what it depends on.</summary>
/// <remarks>Two catalogs are equal by their objects.</remarks>
public sealed record CompiledCatalog
{
    /// <summary>The version of the format that the manifest and the assembly carry.</summary>
    public const int Format = 1;

    private readonly EquatableArray<CatalogObject> objects;
    private readonly Lazy<Index> index;
    private readonly Lazy<FollowedSources> followed;
    private readonly Lazy<CatalogAnswers> answers;
    private readonly CatalogQuestions? asked;

    public CompiledCatalog(EquatableArray<CatalogObject> objects)
    {
        this.objects = objects;
        index = new(() => new(objects));
        followed = new(() => new(this));
        answers = new(() => new(this));
    }

    private CompiledCatalog(CompiledCatalog catalog, CatalogQuestions asked)
    {
        (objects, index, followed, answers) = (catalog.objects, catalog.index, catalog.followed, catalog.answers);
        this.asked = asked;
    }

    public EquatableArray<CatalogObject> Objects
    {
        get
        {
            asked?.Everything();
            return objects;
        }
    }

    /// <summary>The objects of one kind, in order.</summary>
    public IReadOnlyList<T> All<T>() where T : CatalogObject
    {
        asked?.Kind(typeof(T));
        return index.Value.All<T>();
    }

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

    /// <summary>Whether a stream tells the changes of the table, or a dynamic table reads it itself.</summary>
    public bool IsTracked(QualifiedName table)
    {
        asked?.Tracked(table);
        return followed.Value.Tracked.Contains(table);
    }

    /// <summary>The streams on the view, also those on views that read it.</summary>
    public IReadOnlyList<QualifiedName> StreamsOn(QualifiedName view)
    {
        asked?.StreamsOn(view);
        return followed.Value.StreamsOn(view);
    }

    /// <summary>Whether a dynamic table reads it, itself or through views.</summary>
    public bool IsUnderDynamicTable(QualifiedName name)
    {
        asked?.UnderDynamicTable(name);
        return followed.Value.UnderDynamicTables.Contains(name);
    }

    public bool Equals(CompiledCatalog? other) => other is not null && objects == other.objects;

    public override int GetHashCode() => objects.GetHashCode();

    /// <summary>The objects of this name, in order: one, where nothing is wrong.</summary>
    internal IReadOnlyList<CatalogObject> Named(QualifiedName name)
    {
        asked?.Named(name);
        return index.Value.Named(name);
    }

    /// <summary>What questions about it are answered with, in short.</summary>
    internal CatalogAnswers Answers => answers.Value;

    /// <summary>The same catalog; what it is asked is noted.</summary>
    internal CompiledCatalog Noting(CatalogQuestions questions) => new(this, questions);

    /// <summary>Asks what was asked for something that is used once more.</summary>
    internal void AskAlso(CatalogQuestions questions) => asked?.Also(questions);

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
