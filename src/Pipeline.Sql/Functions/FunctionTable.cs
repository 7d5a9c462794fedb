namespace Pipeline.Sql;

/// <summary>Every scalar function, in both dialects side by side. Where they compute differently, the difference is closed in its line.</summary>
/// <remarks>A function is one line in the list of its subject, and one method of the same name in <c>Sql</c> unless C# has a word of its own for it.</remarks>
internal static class FunctionTable
{
    public static readonly IReadOnlyList<Function> All =
    [
        .. TextFunctions.All, .. PatternFunctions.All, .. NumberFunctions.All, .. ConversionFunctions.All, .. ConditionFunctions.All,
        .. TimeFunctions.All, .. TimePartFunctions.All, .. JsonFunctions.All, .. ArrayFunctions.All, .. SessionFunctions.All,
    ];

    private static readonly Dictionary<(string, int), Function> ByName = All.ToDictionary(f => (f.Name, f.Arguments));

    public static Function? Find(string name, int arguments) =>
        ByName.TryGetValue((name, arguments), out var function) || ByName.TryGetValue((name, Function.Any), out function) ? function : null;
}
