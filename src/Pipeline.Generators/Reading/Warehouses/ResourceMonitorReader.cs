using Pipeline.Catalog;

namespace Pipeline.Generators.Reading;

internal static class ResourceMonitorReader
{
    public static CatalogObject Read(ReadContext context) => new ResourceMonitorObject(context.Name, context.ClassName, context.Kind.Named("CreditQuota", 0))
    {
        Frequency = context.Kind.NamedEnum("Frequency").As<QuotaPeriod>(),
        NotifyAtPercent = context.Kind.NamedNumbers("NotifyAtPercent").ToEquatableArray(),
        SuspendAtPercent = context.Kind.Named("SuspendAtPercent", 0),
        SuspendImmediatelyAtPercent = context.Kind.Named("SuspendImmediatelyAtPercent", 0),
        OfAccount = context.Kind.Named("OfAccount", false),
    };
}
