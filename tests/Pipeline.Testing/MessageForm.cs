using System.Text.RegularExpressions;

namespace Pipeline.Testing;

/// <summary>What every message has: a name in quotes or of the account, and words that tell what to do.</summary>
public static partial class MessageForm
{
    // What a way out begins with. Another verb is added here when a message needs it.
    private static readonly HashSet<string> Verbs = new(
        ["add", "aggregate", "ask", "begin", "build", "choose", "come", "compare", "compute", "convert", "correct", "count", "cut", "declare", "derive", "end", "filter", "flatten", "gather", "give", "grant", "group", "implement", "join", "keep",
        "land", "leave", "let", "load", "lower", "make", "mark", "mask", "move", "name", "order", "partition", "pass", "put", "raise", "read", "remove", "rename", "report", "restore", "return", "round", "run", "say", "select", "send",
        "set", "shorten", "stream", "tag", "take", "turn", "use", "write"], StringComparer.OrdinalIgnoreCase);

    /// <summary>What a rule's message lacks; null where it lacks nothing.</summary>
    public static string? Lack(string message) =>
        !Name().IsMatch(message) ? $"It names nothing: {message}"
        : message.EndsWith('.') && !message.TrimEnd('.').Contains(". ", StringComparison.Ordinal) ? $"One sentence has no full stop: {message}"
        : LackOfWords(message);

    /// <summary>The same of a message before which a file and a line stand: it needs no name.</summary>
    public static string? LackOfWords(string message) =>
        !WaysOut(message).Any(Verbs.Contains) ? $"It tells no way out: {message}"
        : Forbidden().IsMatch(Name().Replace(message, "")) ? $"It isn't in the words of the house: {message}"
        : null;

    // The first word of each clause; of one that begins with a condition or a purpose, that behind the comma.
    private static IEnumerable<string> WaysOut(string message) => Clause().Matches(message).Select(m => m.Groups[1].Value);

    [GeneratedRegex(@"(?<!\w)'[^']*'(?!\w)|\b[A-Z0-9_]+\.[A-Z0-9_]+\b")]
    private static partial Regex Name();

    [GeneratedRegex(@"(?:[;:.,]|\bor|\band|\bso) (?:then |else |so |or |and )?([A-Za-z]+)")]
    private static partial Regex Clause();

    [GeneratedRegex("please|invalid", RegexOptions.IgnoreCase)]
    private static partial Regex Forbidden();
}
