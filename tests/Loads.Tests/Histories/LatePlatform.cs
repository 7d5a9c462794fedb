namespace Loads.Tests.Histories;

/// <summary>Customers whose events may be a day late: each delivery comes an hour after the one before, so that the horizon moves through the events.</summary>
/// <param name="days">What the model says; the oracle says one.</param>
public sealed class LatePlatform(int? days = 1) : CustomerPlatform(Within(days))
{
    // The first delivery comes at one o'clock on the first of June.
    private static readonly DateTime DayBefore = new(2024, 5, 31, 0, 0, 0, DateTimeKind.Unspecified);

    protected override string? Instant(int number) => Text(DayBefore.AddHours(number));

    internal override IEnumerable<IReadOnlyList<CustomerOracle.Event>> Events(IReadOnlyList<(DateTime At, Delivered[] Rows)> deliveries) =>
        CustomerOracle.Events(deliveries, TimeSpan.FromDays(1));

    private static string Within(int? days)
    {
        var lateness = days is { } limit ? $", LatenessDays = {limit.ToString(System.Globalization.CultureInfo.InvariantCulture)})" : ")";
        return CustomerModel.Classes
            .Replace("Deletes = Deletes.Close)", "Deletes = Deletes.Close" + lateness, StringComparison.Ordinal)
            .Replace("Scd.Type2, Deletes = Deletes.Mark)", "Scd.Type2, Deletes = Deletes.Mark" + lateness, StringComparison.Ordinal);
    }
}
