namespace Pipeline.Cli.Output;

/// <summary>What became of all rows that a procedure ever read.</summary>
internal sealed record LedgerLine(string Procedure, long Runs, long Read, long Loaded, long Rejected, long Deduplicated, long Filtered)
{
    public bool IsBalanced => Read == Loaded + Rejected + Deduplicated + Filtered;
}
