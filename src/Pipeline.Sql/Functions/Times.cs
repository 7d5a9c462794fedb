namespace Pipeline.Sql;

/// <summary>The parts of a time that functions name.</summary>
internal static class Times
{
    /// <summary>The part by which the function moves a time: <c>AddDays</c> is DAY.</summary>
    public static string? AddedPart(string function) => function switch
    {
        "AddYears" => "YEAR",
        "AddMonths" => "MONTH",
        "AddDays" => "DAY",
        "AddHours" => "HOUR",
        "AddMinutes" => "MINUTE",
        "AddSeconds" => "SECOND",
        "AddMilliseconds" => "MILLISECOND",
        "AddMicroseconds" => "MICROSECOND",
        _ => null,
    };

    /// <summary>The part to which the function cuts a time: <c>TruncateToMonth</c> is MONTH.</summary>
    public static string? TruncatedPart(string function) => function switch
    {
        "TruncateToYear" => "YEAR",
        "TruncateToQuarter" => "QUARTER",
        "TruncateToMonth" => "MONTH",
        "TruncateToDay" => "DAY",
        "TruncateToHour" => "HOUR",
        "TruncateToMinute" => "MINUTE",
        _ => null,
    };

    /// <summary>Without the zeros of a fraction: <c>2024-01-31 10:00:00</c>.</summary>
    public static string Shorten(string timestamp) => timestamp.IndexOf('.') < 0 ? timestamp : timestamp.TrimEnd('0').TrimEnd('.');
}
