namespace Pipeline.Model;

/// <summary>What a fact does whose dimension row isn't there.</summary>
public enum Missing
{
    /// <summary>Takes the unknown member, -1.</summary>
    Unknown,

    /// <summary>
    /// Holds a row open in the dimension, with the key alone, and takes its surrogate key; the member fills it when it arrives.
    /// A fact that has no key at all takes the unknown member.
    /// </summary>
    Infer,

    /// <summary>The fact goes to REJECTED_.., and is loaded when its member arrives.</summary>
    Reject,

    /// <summary>Takes the invalid member, -3: a key that the dimension doesn't know is wrong.</summary>
    Invalid,
}
