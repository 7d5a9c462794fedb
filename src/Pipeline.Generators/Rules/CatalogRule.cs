using System.Globalization;
using Microsoft.CodeAnalysis;
using Pipeline.Catalog;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>Something that must hold between the objects of a model. It looks at objects, never at symbols: so it costs nothing and depends on no file.</summary>
/// <remarks>What a class can tell by itself and by the classes that it names is a <see cref="ModelRule"/>.</remarks>
internal abstract class CatalogRule
{
    public static readonly IReadOnlyList<CatalogRule> All =
    [
        new NameIsTaken(),
        new StreamHasOneConsumer(),
        new GraphIsStarted(),
        new FinalizerStandsApart(),
        new OverlapReadsNoStream(),
        new PipeTakesOverACopy(),
        new NoTaskCopiesForAPipe(), new FilesAreAnnouncedOnce(),
        new GateIsRun(),
        new StreamIsRead(),
        new StreamIsReadInTime(),
        new LoadIsRun(), new TombstonesAreFollowed(), new StateHasItsSequence(),
        new TaskWaitsForItsData(),
        new GraphIsNotTooLarge(),
        new TableIsRunOnce(),
        new RootOutlastsItsTasks(),
        new ConditionIsUsedUp(),
        new DynamicTableIsRefreshed(),
        new LagIsNotShorterThanItsSources(),
        new ViewsMakeNoCircle(),
        new ScheduleLetsTheWarehouseSleep(),
        new MonitorIsUsed(), new AccountHasOneMonitor(),
        new PlatformNameIsFree(),
        new PolicyFitsItsColumns(),
        new PersonalDataIsMasked(),
        new LoadsSeeEverything(),
        new GrantMeansSomething(),
        new FormerNameIsFree(),
        new DeclaredRowsHaveNoLoad(),
        new TagFitsItsObject(),
        new ExposureReadsWhatIsPublished(), new ConsumerReadsSomething(),
        new ShareReadsSecureViews(), new ShareReadsOneDatabase(), new ShareAsksForNoRole(),
        new ModelHasOneDatabase(), new SchemaFitsItsDatabase(),
        new MaterializedViewSourceAllowsIt(), new DynamicTableReadsTables(),
        new ExternalTableHasNoPolicies(), new ExternalTableIsRefreshed(), new FilesTriggerNoTask(),
        new RunsAreRecorded(), new AlertWaitsForItsRecord(),
        new SurrogateKeyHasNoOrder(), new FirstRowIsKnown(),
        new RunsAreInOrder(), new StreamIsReadWhole(), new ChangesReplaceNothing(), new RoleIsWrittenAsItIs(), new TimeZoneIsKnown(), new JoinFindsOneRow(),
    ];

    public abstract DiagnosticDescriptor Descriptor { get; }

    public abstract IEnumerable<CatalogProblem> Check(ModelView model);

    /// <summary>What all rules find, by object.</summary>
    public static Dictionary<CatalogObject, List<CatalogProblem>> CheckAll(ModelView model)
    {
        var found = new Dictionary<CatalogObject, List<CatalogProblem>>(ByReference.Instance);
        foreach (var problem in All.SelectMany(r => r.Checked(model)))
        {
            model.Cancellation.ThrowIfCancellationRequested();
            if (!found.TryGetValue(problem.Object, out var problems)) found.Add(problem.Object, problems = []);
            problems.Add(problem);
        }

        return found;
    }

    /// <summary>A problem whose place is the class's name.</summary>
    protected CatalogProblem Problem(CatalogObject item, params object[] arguments) => Problem(item, (type, _) => type.Locations.FirstOrDefault(), arguments);

    protected CatalogProblem Problem(CatalogObject item, Func<INamedTypeSymbol, CancellationToken, Location?> where, params object[] arguments) => new(
        Descriptor.Id, string.Format(CultureInfo.InvariantCulture, Descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture), arguments),
        Descriptor.DefaultSeverity != DiagnosticSeverity.Error, item, where);

    /// <summary>Where the kind's attribute stands.</summary>
    protected static Location? AtKind(INamedTypeSymbol type, CancellationToken cancellation) => At(KindNames.Kind(type), cancellation);

    /// <summary>Where an attribute stands.</summary>
    protected static Location? At(AttributeData? attribute, CancellationToken cancellation) => attribute?.ApplicationSyntaxReference?.GetSyntax(cancellation).GetLocation();

    /// <summary>Where the attribute stands whose argument is this object.</summary>
    protected static Func<INamedTypeSymbol, CancellationToken, Location?> AtAttribute(string word, QualifiedName argument) =>
        (type, cancellation) => At(type.Attributes(word).FirstOrDefault(a => KindNames.Of(a.Argument()) == argument), cancellation);

    // A rule that fails is a finding too: of the first object, since nobody knows of which.
    private IEnumerable<CatalogProblem> Checked(ModelView model)
    {
        model.Cancellation.ThrowIfCancellationRequested();
        try
        {
            return Check(model).ToList();
        }
        catch (Exception e) when (e is not OperationCanceledException && model.Objects.Count > 0)
        {
            return [new(RuleIds.Unreadable, $"{Descriptor.Id} can't be checked of '{model.Objects[0].ClassName}' and the others: {e.Message}; that is a mistake of Pipeline's own: report it with the model", false, model.Objects[0], (type, _) => type.Locations.FirstOrDefault())];
        }
    }

    // Two objects that are equal are still two.
    private sealed class ByReference : IEqualityComparer<CatalogObject>
    {
        public static readonly ByReference Instance = new();

        public bool Equals(CatalogObject? x, CatalogObject? y) => ReferenceEquals(x, y);

        public int GetHashCode(CatalogObject obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj);
    }
}
