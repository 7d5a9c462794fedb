using Microsoft.CodeAnalysis;
using Pipeline.Catalog;

namespace Pipeline.Generators.Rules;

/// <summary>Of the files of one place a bucket tells one topic, or the account's queue.</summary>
/// <remarks>
/// S3 refuses two notifications of one kind of event whose prefixes overlap; a topic tells as many as subscribe to it.
/// <see href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html"/>
/// <see href="https://docs.snowflake.com/en/user-guide/data-load-snowpipe-auto-s3"/>
/// </remarks>
internal sealed class FilesAreAnnouncedOnce : CatalogRule
{
    private const string Queue = "the account's queue";

    public override DiagnosticDescriptor Descriptor { get; } = RuleDescriptor.Error(
        RuleIds.FilesAreAnnouncedOnce,
        "A bucket is to announce the same files twice",
        "'{0}' is told of new files in '{1}' by {2}, and '{3}' of those in '{4}' by {5}; a bucket tells one of a place: give both the same SnsTopic, or folders apart");

    public override IEnumerable<CatalogProblem> Check(ModelView model)
    {
        var stages = model.All<StageObject>().GroupBy(s => s.Name).ToDictionary(g => g.Key, g => g.First().Url);
        string? Place(QualifiedName stage, string? path) => stages.TryGetValue(stage, out var url) && url is not null && IsS3(url) ? url + path : null;
        var told = model.All<PipeObject>()
            .Select(p => (Item: (CatalogObject)p, p.SnsTopic, Place: model.Table(p.Table)?.Copies.FirstOrDefault() is { } copy ? Place(copy.Stage, copy.Path) : null))
            .Concat(model.All<ExternalTableObject>().Where(t => t.AutoRefresh).Select(t => (Item: (CatalogObject)t, t.SnsTopic, Place: Place(t.Stage, t.Path))))
            .Where(t => t.Place is not null).ToList();
        for (var i = 1; i < told.Count; i++)
        {
            var other = told.Take(i).FirstOrDefault(t => t.SnsTopic != told[i].SnsTopic && Overlap(t.Place!, told[i].Place!));
            if (other.Item is null) continue;
            yield return Problem(told[i].Item, AtKind, ModelView.Short(told[i].Item), told[i].Place!, By(told[i].SnsTopic), ModelView.Short(other.Item), other.Place!, By(other.SnsTopic));
        }
    }

    private static string By(string? topic) => topic is null ? Queue : $"the topic '{topic}'";

    private static bool Overlap(string a, string b) => a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal);

    private static bool IsS3(string url) => url.StartsWith("s3", StringComparison.OrdinalIgnoreCase) || url.IndexOf("${", StringComparison.Ordinal) >= 0;
}
