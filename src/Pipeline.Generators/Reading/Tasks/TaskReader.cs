using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Rules;

namespace Pipeline.Generators.Reading;

internal static class TaskReader
{
    public static CatalogObject? Root(ReadContext context) => Read(context, context.Type);

    public static CatalogObject? Task(ReadContext context) => Read(context, KindNames.Root(context.Type));

    public static CatalogObject? Finalizer(ReadContext context) => Read(context, context.Kind.Argument()) is { } task ? task with { IsFinalizer = true } : null;

    private static TaskObject? Read(ReadContext context, INamedTypeSymbol? root)
    {
        if (root is null || KindNames.Of(root) is not { } rootName || KindNames.Of(KindNames.Kind(root)?.Argument(1)) is not { } warehouse)
        {
            // What is of a wrong kind is told as such.
            if (!new WrongKind().Check(context).Any()) context.Report(RuleIds.UnknownPlace, $"'{context.Type.Name}' belongs to no graph; let it wait, with After<>, for a task of a graph whose root has a schema and a warehouse");
            return null;
        }

        return new TaskObject(context.Name, context.ClassName, rootName, warehouse)
        {
            After = Names(context.Type.Attributes("After")),
            When = Names(context.Type.Attributes("When")),
            WhenLoaded = Names(context.Type.Attributes("WhenLoaded")),
            Runs = Names(context.Type.Attributes("Runs")),
            Cron = context.Kind.Named<string?>("Cron", null),
            EveryMinutes = context.Kind.Named("EveryMinutes", 0),
            Retries = context.Kind.Named("Retries", 0),
            SuspendAfterFailures = context.Kind.Named("SuspendAfterFailures", 10),
            TimeoutMinutes = context.Kind.Named("TimeoutMinutes", SymbolEqualityComparer.Default.Equals(root, context.Type) ? 60 : 0),
            TriggerSeconds = context.Kind.Named<int?>("TriggerSeconds", null),
            Overlap = context.Kind.NamedEnum("Overlap").As<Overlap>(),
            Suspended = context.Kind.Named("Suspended", false),
        };
    }

    private static EquatableArray<QualifiedName> Names(IEnumerable<AttributeData> attributes) =>
        attributes.Select(a => KindNames.Of(a.Argument())).OfType<QualifiedName>().ToEquatableArray();
}
