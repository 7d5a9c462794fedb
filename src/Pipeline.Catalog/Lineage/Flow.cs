namespace Pipeline.Catalog.Lineage;

/// <summary>What flows into one value: columns, each with the ways in which it does, and origins that are no columns.</summary>
internal sealed class Flow
{
    public static readonly Flow None = new(new Dictionary<FieldName, Ways>(), Origins.None);

    private Flow(Dictionary<FieldName, Ways> fields, Origins origins)
    {
        Fields = fields;
        Origins = origins;
    }

    public Dictionary<FieldName, Ways> Fields { get; }

    public Origins Origins { get; }

    private bool IsNone => Fields.Count == 0 && Origins == Origins.None;

    public static Flow Of(FieldName field) => new(new Dictionary<FieldName, Ways> { [field] = Ways.Identity }, Origins.None);

    public static Flow Of(Origins origins) => new(None.Fields, origins);

    /// <summary>All of them together.</summary>
    public static Flow Union(IEnumerable<Flow> flows)
    {
        var fields = new Dictionary<FieldName, Ways>();
        var origins = Origins.None;
        foreach (var flow in flows)
        {
            origins |= flow.Origins;
            foreach (var field in flow.Fields) fields[field.Key] = fields.TryGetValue(field.Key, out var ways) ? ways | field.Value : field.Value;
        }

        return new(fields, origins);
    }

    public Flow And(Flow other) => other.IsNone ? this : IsNone ? other : Union([this, other]);

    /// <summary>The same, used in this way. A constant that something is compared with is no origin of the outcome.</summary>
    public Flow Through(Ways way)
    {
        var origins = (way & WaysComposition.Direct) == 0 ? Origins.None : Origins;
        if (Fields.Count == 0) return origins == Origins ? this : Of(origins);
        var fields = new Dictionary<FieldName, Ways>(Fields.Count);
        foreach (var field in Fields) fields.Add(field.Key, way.After(field.Value));
        return new(fields, origins);
    }

    /// <summary>A part of a JSON value: of a column that passes through, the part; of a computed value, a computation.</summary>
    public Flow At(string path) => path.Length == 0 ? this : Union(Fields.Select(f => f.Value == Ways.Identity
        ? Of(f.Key.At(path))
        : new Flow(new Dictionary<FieldName, Ways> { [f.Key] = Ways.Transformation.After(f.Value) }, Origins.None)).Append(Of(Origins)));

    /// <summary>Without the fields of one table.</summary>
    public Flow Without(QualifiedName table) =>
        new(Fields.Where(f => f.Key.IsFile || f.Key.Object != table).ToDictionary(f => f.Key, f => f.Value), Origins);

    public bool Same(Flow other) => Origins == other.Origins && Fields.Count == other.Fields.Count
        && Fields.All(f => other.Fields.TryGetValue(f.Key, out var ways) && ways == f.Value);
}
