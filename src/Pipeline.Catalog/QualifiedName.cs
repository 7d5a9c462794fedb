namespace Pipeline.Catalog;

/// <summary>The name of an object: <c>SCHEMA.NAME</c>, or <c>NAME</c> alone for an object of the account; upper case as stored.</summary>
public sealed record QualifiedName(string? Schema, string Name)
{
    public override string ToString() => Schema is null ? Name : Schema + "." + Name;

    /// <summary>Reads what <see cref="ToString"/> wrote; names of the catalog hold no dot.</summary>
    public static QualifiedName Parse(string text)
    {
        var dot = text.IndexOf('.');
        return dot < 0 ? new(null, text) : new(text.Substring(0, dot), text.Substring(dot + 1));
    }
}
