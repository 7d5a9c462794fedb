using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>A consumer outside reads marts: what is inside may change with the next delivery, and shows personal data as it is.</summary>
internal sealed class ExposureReadsWhatIsPublished : CatalogRule
{
    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.ExposureReadsWhatIsPublished,
        "An exposure reads what isn't published",
        "'{0}' reads '{1}', and {2} isn't published; let it read a view or table of a schema with Published = true, or publish {2}");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        var published = new HashSet<string>(model.All<SchemaObject>().Where(s => s.Published).Select(s => s.Name.Name), StringComparer.Ordinal);
        var consumers = model.All<ExposureObject>().Select(e => (Consumer: (CatalogObject)e, e.Reads)).Concat(model.All<ShareObject>().Select(s => (Consumer: (CatalogObject)s, s.Reads)));
        return from consumer in consumers
               from read in consumer.Reads
               let schema = read.Schema ?? ""
               where !published.Contains(schema)
               let item = model.Named(read).FirstOrDefault()
               select Problem(consumer.Consumer, AtAttribute("Reads", read), ModelView.Short(consumer.Consumer), item is null ? read.ToString() : ModelView.Short(item), schema);
    }
}
