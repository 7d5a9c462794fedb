using System.Text.RegularExpressions;

namespace Pipeline.Environments;

/// <summary>Tells a secret from a setting, so that none is committed by mistake.</summary>
internal static class SecretShape
{
    private static readonly Regex Content = new(
        @"-----BEGIN|\b(AKIA|ASIA)[0-9A-Z]{16}\b|\bgh[pousr]_\w{20,}|\bxox[abprs]-|hooks\.slack\.com/services/|\beyJ[\w-]{10,}\.eyJ"
        + @"|[?&](sig|sv|token|password|pwd)=|;\s*(AccountKey|SharedAccessKey|password|pwd)\s*=|^[a-z]+://[^/@\s]+:[^/@\s]+@",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex Key = new(
        @"(^|[._-])(password|passwd|pwd|secret|secret_?key|private_?key|access_?key|api_?key|token|credentials?)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static readonly Regex ObjectName = new(@"^[A-Za-z_][A-Za-z0-9_$]*(\.[A-Za-z_][A-Za-z0-9_$]*){0,2}$", RegexOptions.CultureInvariant);

    private static readonly Regex Scrambled = new("^[A-Za-z0-9+/=_-]{32,}$", RegexOptions.CultureInvariant);

    /// <summary>Whether the value has the shape of a secret, or its name says that it is one.</summary>
    public static bool IsSecret(string name, string value) => Key.IsMatch(name) || Looks(value);

    /// <summary>Whether the value may be the name of a Snowflake secret: <c>SECRET</c>, <c>SCHEMA.SECRET</c> or <c>DATABASE.SCHEMA.SECRET</c>.</summary>
    public static bool IsName(string value) => ObjectName.IsMatch(value) && !Looks(value);

    private static bool Looks(string value) => Content.IsMatch(value) || IsScrambled(value);

    // Keys mix cases and digits without any word in them; a name does one or the other.
    private static bool IsScrambled(string value) =>
        Scrambled.IsMatch(value) && value.Any(char.IsUpper) && value.Any(char.IsLower) && value.Any(char.IsDigit);
}
