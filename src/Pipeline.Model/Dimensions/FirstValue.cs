namespace Pipeline.Model;

/// <summary>What the first value of a tracked column does that was null so far, such as a column that the model got later than its members.</summary>
public enum FirstValue
{
    /// <summary>It is a change as any other: it opens a version at its own time, and those before it keep their null.</summary>
    OpensVersion,

    /// <summary>It fills the open version in place: the member was so all along, it only wasn't known. Closed versions keep their null.</summary>
    FillsVersion,
}
