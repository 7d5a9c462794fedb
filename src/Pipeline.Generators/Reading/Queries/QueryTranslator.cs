using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Catalog;

namespace Pipeline.Generators.Reading.Queries;

/// <summary>Translates the body of a load, a definition or an expectation: C# as Roslyn understands it into the catalog's queries.</summary>
/// <remarks>
/// Query syntax and fluent calls are one tree of operations. What the tree holds that has no SQL is an <see cref="UntranslatableException"/>
/// at the smallest piece of code; nothing is skipped.
/// </remarks>
internal sealed partial class QueryTranslator
{
    private const int DeepestCalls = 40;

    private readonly Compilation compilation;
    private readonly ReadingCache cache;
    private readonly TableShapes shapes;
    private readonly CancellationToken cancellation;
    private readonly List<Step> steps = [];
    private readonly HashSet<string> stepAliases = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> stepNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<QualifiedName> streams = [];
    private readonly List<(IMethodSymbol Method, IReadOnlyList<Value> Arguments, Step Step, Value Element)> called = [];
    private readonly List<Expression> known = [];
    private readonly Dictionary<int, int> uses = [];
    private readonly IReadOnlyCollection<int> materialised;
    private int depth;

    // What a view or an alert shows is as of the time at which somebody asks.
    private bool isAsOfNow;

    private QueryTranslator(Compilation compilation, TableShapes shapes, IReadOnlyCollection<int> materialised, CancellationToken cancellation)
    {
        this.compilation = compilation;
        cache = ReadingCache.Of(compilation);
        this.shapes = shapes;
        this.materialised = materialised;
        this.cancellation = cancellation;
    }

    /// <summary>The query of a load or definition that fills these columns.</summary>
    public static TranslatedQuery Query(IMethodSymbol method, TableShape target, Compilation compilation, TableShapes shapes, CancellationToken cancellation) =>
        TwoPasses(compilation, shapes, cancellation, t => t.Whole(method, target));

    /// <summary>The rows of a calendar: a method from a day to its row.</summary>
    public static TranslatedQuery Calendar(
        IMethodSymbol method, TableShape target, string first, string last, Compilation compilation, TableShapes shapes, CancellationToken cancellation) =>
        TwoPasses(compilation, shapes, cancellation, t =>
        {
            var relation = new Relation(new DaysSource(t.Alias("days"), first, last), new Scalar(new ColumnReference("days", "DAY", SqlType.Date, false)));
            var scope = new Scope();
            scope[method.Parameters[0]] = relation.Element;
            foreach (var parameter in method.Parameters.Skip(1)) scope[parameter] = t.Parameter(parameter);
            relation.Element = t.Eval(t.Body(method, scope), scope);
            return t.Finish(relation, target, method);
        });

    /// <summary>The condition of an expectation over one row.</summary>
    public static Expression Condition(IMethodSymbol method, TableShape target, Compilation compilation, TableShapes shapes, CancellationToken cancellation)
    {
        var translator = new QueryTranslator(compilation, shapes, [], cancellation);
        var scope = new Scope();
        scope[method.Parameters[0]] = new RowValue(Expectation.Row, target);
        return Sound(translator, t => t.Condition(t.Body(method), scope, filter: false));
    }

    /// <summary>The values of a row that a method without parameters gives.</summary>
    public static EquatableArray<Projection> Row(IMethodSymbol method, TableShape target, Compilation compilation, TableShapes shapes, CancellationToken cancellation)
    {
        var translator = new QueryTranslator(compilation, shapes, [], cancellation);
        var body = translator.Body(method);
        return Sound(translator, t => t.Eval(body, new Scope()) is Composite row
            ? target.Columns.Where(c => row.Parts.ContainsKey(c.Property))
                .Select(c => t.Attempt(() => new Projection(c.Name, t.Assign(t.ToExpression(row.Parts[c.Property], body), c, target, PlaceIn(row, c) ?? Location(method))), null!)).ToEquatableArray()
            : throw Cannot(body, "this isn't a new row", "return new() { .. } with the values"));
    }

    // A let that is used more than once becomes a column of a step: which ones are is known when all has been read once.
    private static TranslatedQuery TwoPasses(Compilation compilation, TableShapes shapes, CancellationToken cancellation, Func<QueryTranslator, TranslatedQuery> translate)
    {
        var first = new QueryTranslator(compilation, shapes, [], cancellation);
        var result = Sound(first, translate);
        var repeated = first.uses.Where(u => u.Value > 1).Select(u => u.Key).ToList();
        return repeated.Count == 0 ? result : Sound(new QueryTranslator(compilation, shapes, repeated, cancellation), translate);
    }

    private TranslatedQuery Whole(IMethodSymbol method, TableShape target)
    {
        isAsOfNow = method.Has("Alarms") || (method.Has("Define") && KindNames.KindWord(method.ContainingType) is "View" or "MaterializedView" or "DynamicTable");
        var scope = new Scope();
        foreach (var parameter in method.Parameters) scope[parameter] = Parameter(parameter);
        return Finish(Rows(Body(method, scope), scope), target, method);
    }

    private TranslatedQuery Finish(Relation relation, TableShape target, IMethodSymbol method)
    {
        relation = Settle(relation);
        if (relation.Combined is not null) relation = MakeStep(relation, "UNITED");
        var projections = new List<Projection>();
        var unset = new List<string>();
        var assigned = new List<(string, Location)>();
        var made = Made(relation.Element);
        foreach (var column in target.Columns)
        {
            var part = relation.Element is Composite row
                ? row.Parts.TryGetValue(column.Property, out var value) ? value : null
                : Member(relation.Element, column.Property, null, Location(method));
            if (part is null)
            {
                if (!IsGenerated(column)) unset.Add(column.Property);
                continue;
            }

            var at = made?.Places is { } places && places.TryGetValue(column.Property, out var place) ? place : Location(method);
            if (Attempt(() => new Projection(column.Name, Assign(ToExpression(part, null, (column.Property, at)), column, target, at)), null!) is { } projection) projections.Add(projection);
            assigned.Add((column.Name, at));
        }

        if (unset.Count > 0)
        {
            throw new UntranslatableException(
                Rules.RuleIds.LoadMissesColumn,
                $"'{target.Type.Name}.{method.Name}' doesn't set {string.Join(", ", unset.Select(u => $"'{u}'"))}; give a value to every column that isn't generated", made?.Place ?? Location(method));
        }

        if (problems.Count > 0) throw new UntranslatableException(problems);
        var query = relation.Select(projections.ToEquatableArray()) with { With = steps.Select(s => s.Build()).ToEquatableArray() };
        if (QueryChecks.Find(query, method.Has("Load")) is { } wrong) throw new UntranslatableException($"'{target.Type.Name}.{method.Name}': {wrong}", Location(method));

        var driver = Driver(query);
        if (driver is null && streams.Count > 0 && query.From is not CommonTableSource)
        {
            throw new UntranslatableException(Rules.RuleIds.StreamDrivesItsLoad, $"'{target.Type.Name}.{method.Name}' joins the stream {streams[0]} to other rows; begin the query with the stream and join the others to it", Location(method));
        }

        return new(ScopedAliases.Of(query, aliasWords), streams.ToEquatableArray(), driver) { Assigned = assigned };
    }

    // The row that a query makes, also where a step passes it on.
    private static Composite? Made(Value element) => Quietly(element) switch
    {
        Composite row => row,
        StepValue step => Made(step.Inner),
        _ => null,
    };

    private static bool IsGenerated(Column column) => (column.Roles & (ColumnRoles.SurrogateKey | ColumnRoles.IsCarried | ColumnRoles.ValidTo | ColumnRoles.IsCurrent
        | ColumnRoles.IsInferred | ColumnRoles.IsDeleted | ColumnRoles.LoadTime)) != 0 || (column.Carries is { } carried && carried.Column != column.Name);

    private static QualifiedName? Driver(SelectQuery query)
    {
        for (SelectQuery? current = query; current is not null;)
        {
            if (current.From is StreamSource stream) return stream.Stream;
            current = current.From is CommonTableSource step ? query.With.FirstOrDefault(w => w.Name == step.Name)?.Query as SelectQuery : null;
        }

        return null;
    }

    private Value Parameter(IParameterSymbol parameter)
    {
        if (parameter.Type.Word() == "Batch") return new BatchValue();
        if (parameter.Type is INamedTypeSymbol type)
        {
            if (type.Word() == "Query" && type.TypeArguments.Length == 1 && type.TypeArguments[0] is INamedTypeSymbol row && shapes.Of(row) is { } table)
            {
                return new QueryValue(() =>
                {
                    var alias = Alias(parameter.Name);
                    return new(new ObjectSource(alias, table.Name), new RowValue(alias, table));
                });
            }

            if (KindNames.KindWord(type) == "Stream" && KindNames.StreamSource(type) is { } source && KindNames.Of(type) is { } name && shapes.Of(source) is { } streamed) return Stream(parameter.Name, name, streamed, allChanges: false);
        }

        throw new UntranslatableException(
            $"'{parameter.Name}' is of type '{parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}', which no table, view or stream of the model is; take Query<T> of a table or view, a stream, or a Batch", Location(parameter));
    }

    private QueryValue Stream(string wanted, QualifiedName name, TableShape source, bool allChanges) => new(() =>
    {
        if (!streams.Contains(name)) streams.Add(name);
        var alias = Alias(wanted);
        var row = new RowValue(alias, source);
        return new(new StreamSource(alias, name, allChanges), allChanges ? new ChangeValue(row) : row);
    });

    /// <summary>What a method returns, after its local names have been noted.</summary>
    /// <param name="method">The method.</param>
    /// <param name="scope">Where its names are noted; null where it has none.</param>
    /// <param name="namesAreKnown">Whether it was read before, and its names are of no interest.</param>
    private IOperation Body(IMethodSymbol method, Scope? scope = null, bool namesAreKnown = false)
    {
        cancellation.ThrowIfCancellationRequested();
        var syntax = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
        var (expression, block) = syntax switch
        {
            MethodDeclarationSyntax m => (m.ExpressionBody?.Expression, m.Body),
            LocalFunctionStatementSyntax f => (f.ExpressionBody?.Expression, f.Body),
            PropertyDeclarationSyntax p => (p.ExpressionBody?.Expression, null),
            _ => ((ExpressionSyntax?)null, (BlockSyntax?)null),
        };
        if (syntax is null) throw new UntranslatableException($"'{method.Name}' has no source to read; write it in the model, or use Sql.Raw", Location(method));

        Memo.BoundTrees.Add(syntax.SyntaxTree);
        if (SyntaxDepth.FirstTooDeep(syntax) is { } deep)
        {
            throw new UntranslatableException($"'{method.Name}' is nested more than {SyntaxDepth.Most} deep; give parts of it names with var or let, or compare with a list by Contains", deep.GetLocation());
        }

        var model = cache.Model(syntax.SyntaxTree);
        if (block is not null)
        {
            foreach (var statement in block.Statements)
            {
                if (statement is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } declaration && (scope is not null || namesAreKnown))
                {
                    foreach (var variable in declaration.Declaration.Variables.Where(_ => !namesAreKnown)) Declare(variable, model, scope!);
                }
                else if (statement is ReturnStatementSyntax { Expression: { } returned })
                {
                    expression = returned;
                    break;
                }
                else if (statement is not LocalFunctionStatementSyntax)
                {
                    var word = model.GetOperation(statement, cancellation) is { } operation ? OperationWords.Of(operation) : "a statement";
                    throw new UntranslatableException($"{word} can't be translated to SQL; declare values with 'var' and return one expression", statement.GetLocation());
                }
            }
        }

        return (expression is null ? null : model.GetOperation(expression, cancellation))
            ?? throw new UntranslatableException($"'{method.Name}' returns nothing that can be read; return one expression", syntax.GetLocation());
    }

    private void Declare(VariableDeclaratorSyntax variable, SemanticModel model, Scope scope)
    {
        if (variable.Initializer?.Value is not { } initializer || model.GetOperation(initializer, cancellation) is not { } operation
            || model.GetDeclaredSymbol(variable, cancellation) is not ILocalSymbol local)
        {
            throw new UntranslatableException($"'{variable.Identifier.ValueText}' has no value; give it one where it is declared", variable.GetLocation());
        }

        scope[local] = IsRows(local.Type) ? Named(local.Name, () => Rows(operation, scope)) : Eval(operation, scope);
    }

    // A query with a name is one step, however often it is read.
    private QueryValue Named(string name, Func<Relation> make)
    {
        (Step Step, Value Element)? made = null;
        return new(() =>
        {
            var variable = rangeVariable;
            if (made is null)
            {
                rangeVariable = null;
                var relation = Settle(make());
                if (relation.IsPlain && relation.From is not null && relation.Element is RowValue) return relation;
                made = (NewStep(relation, SqlName.Of(name)), relation.Element);
            }

            rangeVariable = variable;
            return Read(made.Value.Step, made.Value.Element);
        });
    }

    private Step NewStep(Relation relation, string wanted)
    {
        var step = new Step(StepName(wanted), relation);
        if (relation.HasFixedColumns) step.Fix(Columns(relation.Element, null).Select(c => new Projection(c.Name, c.Value)));
        steps.Add(step);
        return step;
    }

    private string StepName(string wanted)
    {
        var name = wanted;
        for (var i = 2; !stepNames.Add(name); i++) name = wanted + "_" + i;
        return name;
    }

    private Relation Read(Step step, Value element)
    {
        var alias = Alias(step.Name.ToLowerInvariant());
        stepAliases.Add(alias);
        return new(new CommonTableSource(alias, step.Name), new StepValue(element, step, alias, "VALUE"));
    }

    private Relation MakeStep(Relation relation, string wanted) =>
        Read(NewStep(relation, relation.Combined is not null ? "UNITED" : relation.Distinct ? "DISTINCT_" + NameOf(relation.From, "") : wanted), relation.Element);

    internal static bool IsRows(ITypeSymbol? type) => type.Word() is "Query" or "OrderedQuery" or "OptionalQuery" or "AsOfQuery" || KindNames.StreamSource(type) is not null;

    private static Location Location(ISymbol symbol) => symbol.Locations.FirstOrDefault() ?? Microsoft.CodeAnalysis.Location.None;
}
