namespace Loads.Tests.Histories;

/// <summary>The same customers with no value that is carried along: a key whose one event comes in order is told from its open version then.</summary>
public sealed class PlainPlatform() : CustomerPlatform(Plain)
{
    private const string Versions =
        "CUSTOMER_ID, CUSTOMER_KEY, SEGMENT, CITY, EMAIL, NAME, CHANNEL, CURRENT_SEGMENT, PHONE, FAX, IS_DELETED, IS_CURRENT, LAST_EVENT_AT, VALID_FROM, VALID_TO";

    private static string Plain => CustomerModel.Classes
        .Replace("    [Original(nameof(City))] public string? FirstCity { get; init; }\n", "", StringComparison.Ordinal)
        .Replace("    [Previous(nameof(City))] public string? FormerCity { get; init; }\n", "", StringComparison.Ordinal)
        .Replace("[Original] ", "", StringComparison.Ordinal)
        .Replace("[Partial] ", "", StringComparison.Ordinal)
        .Replace("[Partial(Given = nameof(HasFax))] ", "", StringComparison.Ordinal);

    public override IReadOnlyDictionary<string, string> Tables { get; } = new Dictionary<string, string>
    {
        ["DIM_CUSTOMER"] = $"SELECT {Versions} FROM CURATED.DIM_CUSTOMER WHERE CUSTOMER_KEY > 0",
        ["DIM_MARKED"] = $"SELECT {Versions} FROM CURATED.DIM_MARKED WHERE CUSTOMER_KEY > 0",
    };

    public override IEnumerable<string> Expected(string table, IReadOnlyList<(DateTime At, Delivered[] Rows)> deliveries) =>
        Events(deliveries).SelectMany(c => CustomerOracle.Versions(c, marks: table == "DIM_MARKED")).Select(v => Line(
            v.Event.Id, v.Event.Segment, v.Event.City, v.Event.Email, v.Latest.Name, v.Event.Channel, v.Latest.Segment, v.Event.Phone, v.Event.Fax,
            table == "DIM_MARKED" && v.Event.IsDeleted, v.To is null, v.Event.At, v.From, v.To));
}
