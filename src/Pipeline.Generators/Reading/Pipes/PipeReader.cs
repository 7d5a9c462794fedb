using Pipeline.Catalog;

namespace Pipeline.Generators.Reading;

internal static class PipeReader
{
    public static CatalogObject? Pipe(ReadContext context) => KindNames.Of(context.Kind.Argument()) is not { } table
        ? null
        : new PipeObject(context.Name, context.ClassName, table)
        {
            SnsTopic = context.Kind.Named<string?>("SnsTopic", null),
            KinesisStream = context.Kind.Named<string?>("KinesisStream", null),
            ErrorsTo = KindNames.Of(context.Type.Attribute("ErrorsTo")?.Argument()),
        };

    public static CatalogObject Topic(ReadContext context) =>
        new SnsTopicObject(context.Name, context.ClassName, context.Kind.At<string?>(0, null) ?? "", context.Kind.Named("RoleArn", ""));
}
