using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pipeline.Catalog;

namespace Functions.Tests;

/// <summary>Values as text that is the same from C# and from a database.</summary>
internal static class ValueText
{
    public static string Of(object? value, SqlType type) => value switch
    {
        null => "NULL",
        bool truth => truth ? "true" : "false",
        DateTime day when type.Kind == SqlTypeKind.Date => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        TimeSpan time => TimeOnly.FromTimeSpan(time).ToString("HH:mm:ss.ffffff", CultureInfo.InvariantCulture),

        // The last digits of a double are the mathematical library's.
        double number => (number == 0 ? 0 : number).ToString("G12", CultureInfo.InvariantCulture),
        decimal number when type.Kind == SqlTypeKind.Number => Math.Round(number, type.Scale, MidpointRounding.AwayFromZero).ToString("0.############", CultureInfo.InvariantCulture),
        _ when type.Kind == SqlTypeKind.Variant => Json(JsonNode.Parse(value.ToString()!)),
        _ => "'" + Convert.ToString(value, CultureInfo.InvariantCulture) + "'",
    };

    // The members of an object have no order, and 1.0 is 1.
    private static string Json(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject members => "{" + string.Join(",", members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => JsonSerializer.Serialize(m.Key) + ":" + Json(m.Value))) + "}",
        JsonArray elements => "[" + string.Join(",", elements.Select(Json)) + "]",
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => value.GetValue<decimal>().ToString("0.############", CultureInfo.InvariantCulture),
        _ => node.ToJsonString(),
    };
}
