namespace Pipeline.Model;

/// <summary>What a change row is (METADATA$ACTION).</summary>
public enum ChangeAction
{
    /// <summary>A new row, or the new state of an updated one.</summary>
    Insert,

    /// <summary>A deleted row, or the old state of an updated one.</summary>
    Delete,
}
