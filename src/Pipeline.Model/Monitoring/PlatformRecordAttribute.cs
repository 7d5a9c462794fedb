namespace Pipeline.Model;

/// <summary>A row class of a table or view that the platform keeps beside the ledger; on the library's own classes alone.</summary>
/// <remarks>A query reads it as any table: <c>Query&lt;LoadRuns&gt;</c>. It lies in the schema that <see cref="RunLedgerAttribute{TSchema}"/> names.</remarks>
/// <example><code>[PlatformRecord] public sealed class LoadRuns { .. }          // in the library; in a model: Query&lt;LoadRuns&gt; runs</code></example>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PlatformRecordAttribute : KindAttribute
{
    internal PlatformRecordAttribute()
    {
    }
}
