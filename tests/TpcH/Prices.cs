namespace TpcH;

/// <summary>What several queries compute of a line.</summary>
internal static class Prices
{
    /// <summary>The line's price less its discount.</summary>
    public static decimal DiscountedPrice(this LineItem line) => line.ExtendedPrice * (1 - line.Discount);
}
