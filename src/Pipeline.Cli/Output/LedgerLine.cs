namespace Pipeline.Cli.Output;

/// <summary>What became of all rows that a procedure ever read, and what it did to its target.</summary>
internal sealed record LedgerLine(
    string Procedure, long Runs, long Read, long Loaded, long Rejected, long Deduplicated, long Filtered,
    long Inserted, long Updated, long Closed, long Deleted, long Inferred, long Rekeyed, long Failures)
{
    public bool IsBalanced => Read == Loaded + Rejected + Deduplicated + Filtered;
}
