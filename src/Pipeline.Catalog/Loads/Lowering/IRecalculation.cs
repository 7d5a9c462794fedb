namespace Pipeline.Catalog;

/// <summary>A load whose rows depend on other rows than their own: it finds what a change touches, and computes that anew from all its rows.</summary>
internal interface IRecalculation
{
    /// <summary>What the procedure's comment says.</summary>
    string Description { get; }

    /// <summary>The load with a query over what was touched, and all its rows.</summary>
    LoadDefinition Recalculation { get; }

    /// <summary>Makes the batch of what was touched.</summary>
    CreateBatchStatement CreateTouched();

    /// <summary>Reads the streams for what they touched.</summary>
    InsertStatement FindTouched();

    /// <summary>Fills the load's batch with what was touched.</summary>
    InsertStatement Recalculate(BatchSteps batch);

    /// <summary>What follows once the rows are written.</summary>
    IEnumerable<Statement> Finish(LoadContext context);
}
