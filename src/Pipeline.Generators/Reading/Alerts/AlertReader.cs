using Pipeline.Catalog;
using Pipeline.Generators.Reading.Queries;
using Pipeline.Generators.Rules;

namespace Pipeline.Generators.Reading;

/// <summary>Reads alerts and the channels that they tell.</summary>
internal static class AlertReader
{
    public static CatalogObject? Alert(ReadContext context)
    {
        if (KindNames.Of(context.Kind.Argument(1)) is not { } warehouse)
        {
            context.Report(RuleIds.UnknownPlace, $"'{context.Type.Name}' has no warehouse; name a class with [Warehouse]");
            return null;
        }

        var (query, places) = Query(context);
        return new AlertObject(context.Name, context.ClassName, warehouse, query)
        {
            Cron = context.Kind.Named<string?>("Cron", null),
            EveryMinutes = context.Kind.Named("EveryMinutes", 0),
            Severity = (context.Kind.NamedEnum("Severity") ?? "Error").As<Severity>(),
            RepeatMinutes = context.Kind.Named("RepeatMinutes", 60),
            Suspended = context.Kind.Named("Suspended", false),
            Channels = context.Type.Attributes("Notifies").Select(a => KindNames.Of(a.Argument())).OfType<QualifiedName>().ToEquatableArray(),
            Places = places,
        };
    }

    public static CatalogObject Email(ReadContext context) =>
        new EmailChannelObject(context.Name, context.ClassName, context.Kind.ListAt(0).ToEquatableArray());

    public static CatalogObject Webhook(ReadContext context) =>
        new WebhookChannelObject(context.Name, context.ClassName, context.Kind.EnumAt(0).As<Webhook>(), context.Kind.Named("Secret", ""))
        {
            Url = context.Kind.Named<string?>("Url", null),
        };

    private static (Query Query, QueryPlaces? Places) Query(ReadContext context)
    {
        if (context.Methods("Alarms").FirstOrDefault() is not { } alarms)
        {
            if (!context.HasMethod("Alarms")) context.Report(RuleIds.NoDefinition, $"'{context.Type.Name}' says nothing of what it tells; write a static method with [Alarms] that returns Query<Alarm>");
            return (new SelectQuery([]), null);
        }

        if (alarms.ReturnType is not Microsoft.CodeAnalysis.INamedTypeSymbol { TypeArguments: [Microsoft.CodeAnalysis.INamedTypeSymbol row] }) return (new SelectQuery([]), null);
        var shape = new TableShape(row, context.Name, ColumnReader.Read(row));
        var translated = context.Try(() => QueryTranslator.Query(alarms, shape, context.Compilation, context.Shapes, context.Cancellation));
        if (translated?.Streams.Count > 0)
        {
            context.Report(RuleIds.AlertCanBeSent, $"'{context.Type.Name}' can't be sent: it reads the stream {translated.Streams[0]}, which nothing would consume; read its table", alarms.Locations.FirstOrDefault());
        }

        return (translated?.Query ?? new SelectQuery([]), context.Places(alarms, translated));
    }
}
