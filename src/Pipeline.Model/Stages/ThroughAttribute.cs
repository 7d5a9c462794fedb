namespace Pipeline.Model;

/// <summary>The storage integration by which an external stage reaches its bucket.</summary>
/// <remarks>Becomes the stage's STORAGE_INTEGRATION. The stage's url lies in one of the integration's allowed locations.</remarks>
/// <example><code>[Stage&lt;Landing&gt;("${s3.root}/sales/"), Through&lt;RetailS3&gt;, Format&lt;SalesCsv&gt;] public sealed class SalesStage;</code></example>
/// <typeparam name="TIntegration">The storage integration.</typeparam>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ThroughAttribute<[OfKind(typeof(StorageIntegrationAttribute))] TIntegration> : Attribute;
