using Pipeline.Engine.Reports;

namespace Pipeline.Cli.Output;

/// <summary>One delivery and what its run did.</summary>
internal sealed record DeliveryRun(string Name, RunReport Report);
