using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>A stream feeds one load.</summary>
/// <remarks>
/// Reading a stream in a committed transaction moves its offset, so of two loads each would see only a part.
/// <see href="https://docs.snowflake.com/en/user-guide/streams-intro"/>
/// </remarks>
internal sealed class StreamHasOneConsumer : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.StreamHasOneConsumer,
        "A stream is read by more than one load",
        "'{0}' already reads '{1}'; declare a second stream on '{2}' for '{3}'");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        var first = new Dictionary<QualifiedName, TableObject>();
        foreach (var table in model.All<TableObject>())
        {
            foreach (var load in table.Loads)
            {
                foreach (var name in load.Streams)
                {
                    if (!first.TryGetValue(name, out var reader)) first.Add(name, table);
                    else if (model.Stream(name) is { } stream) yield return Problem(table, AtParameter(load.Method, name), ModelView.Short(reader), ModelView.Short(stream), Source(model, stream), ModelView.Short(table));
                }
            }
        }
    }

    private static string Source(ModelView model, StreamObject stream) =>
        model.Named(stream.Source).FirstOrDefault(o => o is not StreamObject) is { } source ? ModelView.Short(source) : stream.Source.ToString();

    private static Func<INamedTypeSymbol, CancellationToken, Location?> AtParameter(string method, QualifiedName stream) => (type, _) => type.GetMembers(method).OfType<IMethodSymbol>()
        .SelectMany(m => m.Parameters).FirstOrDefault(p => KindNames.Of(p.Type as INamedTypeSymbol) == stream)?.Locations.FirstOrDefault();
}
