namespace Pipeline.Generators.Tests.Hostile;

/// <summary>Which text stands in which place; null for the tame one.</summary>
internal sealed record HostileChoice(string[] Literals, string[] Options, string[] Names, string[] Identifiers, string[] Documents, string File)
{
    public static readonly HostileChoice None = new([], [], [], [], [], "File0.cs");

    public string? Literal(int place) => At(Literals, place);

    public string? Option(int place) => At(Options, place);

    public string Name(int place) => At(Names, place) ?? "";

    public string Identifier(int place) => At(Identifiers, place) ?? "";

    public string Document(int place) => At(Documents, place) ?? "";

    private static string? At(string[] texts, int place) => texts.Length == 0 ? null : texts[place % texts.Length];
}
