namespace Pipeline.Model;

/// <summary>A member that stands for none. Every dimension and calendar has a row for each, from the day it is deployed.</summary>
public enum Member
{
    /// <summary>-1: nobody knows, or nobody knows yet.</summary>
    Unknown,

    /// <summary>-2: the dimension doesn't apply to the fact, as a promotion to a sale without one.</summary>
    NotApplicable,

    /// <summary>-3: the fact names a member that can't be one.</summary>
    Invalid,
}
