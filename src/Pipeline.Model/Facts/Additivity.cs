namespace Pipeline.Model;

/// <summary>Along which dimensions a measure may be added up.</summary>
public enum Additivity
{
    /// <summary>Along all of them, as an amount.</summary>
    Additive,

    /// <summary>Along all but time, as a stock.</summary>
    SemiAdditive,

    /// <summary>Along none, as a price or a rate.</summary>
    NonAdditive,
}
