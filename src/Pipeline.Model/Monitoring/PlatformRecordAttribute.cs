namespace Pipeline.Model;

/// <summary>A row class of a table or view that the platform keeps beside the ledger; on the library's own classes alone.</summary>
/// <remarks>A query reads it as any table: <c>Query&lt;LoadRuns&gt;</c>. It lies in the schema that <see cref="RunLedgerAttribute{TSchema}"/> names.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PlatformRecordAttribute : KindAttribute
{
    internal PlatformRecordAttribute()
    {
    }
}
