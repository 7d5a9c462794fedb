namespace Pipeline.Catalog;

/// <summary>Puts other sources in place of a query's own.</summary>
internal sealed class SourceReplacer(Func<Source, Source> replacement) : QueryRewriter
{
    public override Source Rewrite(Source source) => replacement(source) is { } other && !ReferenceEquals(other, source) ? other : base.Rewrite(source);
}
