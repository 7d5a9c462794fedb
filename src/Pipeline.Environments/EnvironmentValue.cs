using Pipeline.Catalog;

namespace Pipeline.Environments;

/// <summary>What a name of the file stands for: one text or a list of them.</summary>
public sealed record EnvironmentValue(EquatableArray<string> Texts, bool IsList)
{
    public static EnvironmentValue Text(string text) => new([text], IsList: false);
}
