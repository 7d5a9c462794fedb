using System.Runtime.CompilerServices;
using Pipeline.Catalog.Lineage;

namespace Pipeline.Catalog.Tests.Lineage;

/// <summary>Whatever the catalog can say has lineage: a kind that is added and forgotten fails here.</summary>
public sealed class LineageKindsTests
{
    public static TheoryData<string> Expressions => Kinds<Expression>();

    public static TheoryData<string> Sources => Kinds<Source>();

    public static TheoryData<string> Queries => Kinds<Query>();

    public static TheoryData<string> Statements => Kinds<Statement>();

    // Empty as it is, it breaks somewhere, but never for being of an unknown kind.
    [Theory]
    [MemberData(nameof(Expressions))]
    public void Expression_has_lineage(string kind) => IsKnown(() => Graph(new SelectQuery([new("C", Empty<Expression>(kind))])));

    [Theory]
    [MemberData(nameof(Sources))]
    public void Source_has_lineage(string kind) => IsKnown(() => Graph(new SelectQuery([]) { From = Empty<Source>(kind) }));

    [Theory]
    [MemberData(nameof(Queries))]
    public void Query_has_lineage(string kind) => IsKnown(() => Graph(Empty<Query>(kind)));

    [Theory]
    [MemberData(nameof(Statements))]
    public void Statement_has_lineage(string kind)
    {
        var load = new LoweredLoad(new("S", "SP"), new("S", "T"), [], [Empty<Statement>(kind)], []);
        IsKnown(() => LoadLineage.Of(new([]), load).ToList());
    }

    private static LineageGraph Graph(Query query) => LineageGraph.Of(new([new ViewObject(new("S", "V"), "V", [], query)]));

    private static TheoryData<string> Kinds<T>() =>
        [.. typeof(T).Assembly.GetTypes().Where(t => !t.IsAbstract && typeof(T).IsAssignableFrom(t)).Select(t => t.Name).Order()];

    private static T Empty<T>(string kind) =>
        (T)RuntimeHelpers.GetUninitializedObject(typeof(T).Assembly.GetTypes().Single(t => t.Name == kind && typeof(T).IsAssignableFrom(t)));

    private static void IsKnown(Action walk) => Assert.IsNotType<ArgumentOutOfRangeException>(Record.Exception(walk));
}
