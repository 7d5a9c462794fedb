namespace Pipeline.Catalog;

/// <summary>A load as the model says it: the query that fills the table.</summary>
/// <param name="Method">The method of the class.</param>
/// <param name="Mode">How it writes.</param>
/// <param name="Query">Its columns are named as the target's.</param>
public sealed record LoadDefinition(string Method, LoadMode Mode, Query Query)
{
    /// <summary>The stream that drives the load: what the outermost FROM reads in the end. Null where no stream does.</summary>
    public QualifiedName? Driver { get; init; }

    /// <summary>All streams that the query reads.</summary>
    public EquatableArray<QualifiedName> Streams { get; init; }

    /// <summary>The streams on dimensions by which a fact's keys or an aggregate's groups are known to be others now. Completion adds them, to <see cref="Streams"/> too.</summary>
    public EquatableArray<MemberStream> MemberStreams { get; init; }

    public string? Comment { get; init; }

    /// <summary>Where it stands in the C#.</summary>
    public QueryPlaces? Places { get; init; }
}

/// <summary>By key, by insert alone, or the whole content anew.</summary>
public enum LoadMode { Merge, Append, Replace }
