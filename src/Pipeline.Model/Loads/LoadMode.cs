namespace Pipeline.Model;

/// <summary>How a load writes.</summary>
public enum LoadMode
{
    /// <summary>By key: new keys are inserted, changed rows updated, equal ones left alone.</summary>
    Merge,

    /// <summary>By insert alone.</summary>
    Append,

    /// <summary>The whole content anew, in one transaction: readers see the old rows or the new ones, never none.</summary>
    Replace,
}
