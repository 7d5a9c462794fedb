namespace Pipeline.Catalog.Baseline;

/// <summary>The property PipelineAcceptLoss: losses by name, one beside the other.</summary>
public static class AcceptedLoss
{
    private static readonly char[] Separators = [';', ',', ' ', '\r', '\n', '\t'];

    public static IReadOnlyList<string> Read(string property) => property.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
}
