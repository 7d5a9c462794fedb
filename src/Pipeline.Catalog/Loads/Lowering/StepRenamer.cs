namespace Pipeline.Catalog;

/// <summary>Gives the steps of a query other names, so that it can stand beside itself.</summary>
internal sealed class StepRenamer(string prefix) : QueryRewriter
{
    public override Source Rewrite(Source source) =>
        source is CommonTableSource step ? step with { Name = prefix + step.Name } : base.Rewrite(source);
}
