using Pipeline.Catalog;
using Pipeline.Cli.Models;
using Pipeline.Engine;

namespace Pipeline.Cli.Output;

/// <summary>All that a call of <c>pipeline run</c> has to tell.</summary>
internal sealed record RunResult(
    IReadOnlyList<Delivery> Deliveries, IReadOnlyList<DeliveryRun> Runs, IReadOnlyList<LedgerLine> Ledger, IReadOnlyList<Preview> Previews, string Database);

/// <summary>The first rows of a table, and how many it has.</summary>
internal sealed record Preview(QualifiedName Table, long Count, QueryResult Rows);
