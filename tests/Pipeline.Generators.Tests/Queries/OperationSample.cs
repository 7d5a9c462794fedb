using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pipeline.Generators.Tests.Queries;

/// <summary>A view with a piece of code in it; where it has no SQL, the words by which that is said.</summary>
internal sealed record OperationSample(string Columns, string Query, string Beside, string? Names)
{
    /// <summary>One value of a sale.</summary>
    public static OperationSample Value(string type, string value, string beside = "", string? names = null) =>
        new($"{type} Value", $"from s in sales select new Row {{ Value = {value} }}", beside, names);

    /// <summary>A method with statements, which a sale's store is given to.</summary>
    public static OperationSample Statements(string statements, string names, string modifiers = "static") =>
        Value("string", "Own(s.StoreId)", $$"""{{modifiers}} string Own(string text) { {{statements}} return text; }""", names);

    public CompiledModel Model() => QueryText.View(Columns, "Query<Sale> sales", Query, Beside);

    /// <summary>All kinds of operations in the view's code.</summary>
    public IReadOnlyCollection<OperationKind> Kinds()
    {
        var compilation = ModelText.Compile(QueryText.Tables, QueryText.ViewText(Columns, "Query<Sale> sales", Query, Beside));
        var tree = compilation.SyntaxTrees.ElementAt(1);
        var model = compilation.GetSemanticModel(tree);
        return [.. tree.GetRoot().DescendantNodes().Select(n => model.GetOperation(n)).OfType<IOperation>().SelectMany(o => o.DescendantsAndSelf()).Select(o => o.Kind).Distinct()];
    }
}
