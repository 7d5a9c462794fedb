using System.ComponentModel;

namespace Pipeline.Model;

/// <summary>How the type of a function's result follows from its arguments.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ResultType
{
    /// <summary>That of a quotient: six digits more after the point than the dividend's.</summary>
    Quotient,
}
