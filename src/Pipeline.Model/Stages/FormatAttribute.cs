namespace Pipeline.Model;

/// <summary>How the files of a stage are read.</summary>
/// <remarks>Becomes the stage's FILE_FORMAT; every copy from the stage uses it.</remarks>
/// <example><code>[Stage&lt;Landing&gt;("${s3.root}/products/"), Format&lt;RetailJson&gt;] public sealed class ProductsStage;</code></example>
/// <typeparam name="TFormat">The file format.</typeparam>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FormatAttribute<
    [OfKind(typeof(CsvFormatAttribute<>), typeof(JsonFormatAttribute<>), typeof(ParquetFormatAttribute<>))] TFormat> : Attribute;
