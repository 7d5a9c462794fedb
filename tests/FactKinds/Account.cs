// Every kind of fact, each with its files and dimensions in a schema of its own, so that a test runs one of them alone.
using Pipeline.Model;

namespace FactKinds;

/// <summary>Sales, that their source corrects and deletes, of customers with history and products without.</summary>
[Schema] public sealed class Sales;

/// <summary>Visits of people that may not be known yet.</summary>
[Schema] public sealed class Visits;

/// <summary>Orders, updated as they pass their milestones, and promotions that ran: a fact without a measure.</summary>
[Schema] public sealed class Orders;

/// <summary>What is on hand at the end of each day, carried forward.</summary>
[Schema] public sealed class Inventory;

/// <summary>What shops have of which goods, from a source that tells all or nothing.</summary>
[Schema] public sealed class Stocks;

/// <summary>Runs all loads.</summary>
[Warehouse(Size = WarehouseSize.XSmall)] public sealed class TransformWh;
