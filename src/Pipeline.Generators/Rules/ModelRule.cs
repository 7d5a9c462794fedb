using Microsoft.CodeAnalysis;
using Pipeline.Generators.Reading;

namespace Pipeline.Generators.Rules;

/// <summary>Something that must hold of each class of a model. What breaks it is an error in the editor and a finding in the catalog alike.</summary>
/// <remarks>
/// It may look at the class and at all that it names, but not at who names it: a class is read again when what it names changes. What depends on all
/// objects is a <see cref="CatalogRule"/>.
/// </remarks>
internal abstract class ModelRule
{
    /// <summary>Every rule that looks at a class as a whole; what reading itself finds is in <see cref="ReadingRules"/>.</summary>
    public static readonly IReadOnlyList<ModelRule> All =
    [
        new WrongKind(), new ClassIsOfOneType(), new ArgumentIsAMember(), new ListHasNoNull(),
        new MergeNeedsKey(),
        new HistoryNeedsEvents(), new FloatIsNotTracked(), new KeyLeavesRoomForNone(), new UnknownMemberHasItsOwnKey(), new DocumentIsNotTracked(), new OrderIsAlwaysKnown(), new PeriodIsHalfOpen(),
        new StreamSourceTellsChanges(),
        new FactGrainIsStable(),
        new VersionNeedsATime(),
        new FactlessMeasuresNothing(),
        new StockIsNotAddedOverTime(), new RateIsNotAdded(),
        new FactsGetOtherKeys(),
        new LoadCanBeMade(),
        new ScheduleIsReadable(),
        new TaskOrderHasAnEnd(), new RootWaitsForNothing(),
        new TaskNumbersAreInRange(),
        new NothingWaitsForASkippedTask(),
        new ClassIsOfOneKind(),
        new NameCanBeWritten(),
        new ColumnNameIsTaken(),
        new ColumnNameIsAFunction(),
        new NameNeedsQuotes(),
        new MethodHasItsForm(), new MethodIsOfItsKind(), new ClassIsDefinedOnce(),
        new NumberIsInRange(),
        new TextIsInRange(),
        new SizeFitsTheType(),
        new EnumFitsItsColumn(),
        new TableHasColumns(),
        new ClusterByNamesColumns(),
        new NumberOfAnAttributeIsInRange(),
        new TransientRetention(),
        new PropertyIsNoColumn(),
        new CalendarHasDays(),
        new KeyCanBeCompared(),
        new RoleIsGivenOnce(),
        new RoleHasItsType(),
        new ForeignKeyFindsAKey(),
        new ForeignKeyHasTheKeysType(),
        new RoleBelongsToTheKind(),
        new SettingFitsTheDimension(),
        new RoleHasWhatItNeeds(),
        new MeasureIsExact(),
        new AppendOnlyOfWhatOnlyGrows(),
        new PatternMatchesWholePaths(),
        new PlaceEndsWithASlash(),
        new StageLiesInAnAllowedPlace(), new StageIsSomewhere(), new PathCanBeWritten(),
        new CopyKnowsTheFormat(),
        new DocumentsGoIntoOneColumn(),
        new CsvCharactersDiffer(),
        new IntegrationNamesPlaces(),
        new WhenLoadedAsksAPredecessor(),
        new IncrementalTableCanBeOne(), new AutoTableIsIncremental(),
        new OrderIsKept(),
        new MaterializedViewReadsOneTable(), new MaterializedViewHasPlainClauses(), new MaterializedViewHasItsAggregates(), new MaterializedViewIsDeterministic(),
        new MaterializedViewShowsItsGroups(), new DynamicTableHidesTheClock(),
        new PartitionIsOfThePath(), new ExternalTableLiesInAFolder(), new ExternalTableKnowsTheFormat(), new PathColumnHasItsType(), new FilesPromiseNothing(),
        new ExternalTableIsReadOnly(),
        new WarehouseSuspends(),
        new ScheduleAvoidsTheFullHour(),
        new ClusterKeyIsShort(),
        new MonitorCanLimit(),
        new WarehouseScalesUpwards(),
        new VersionIsChosen(),
        new FormerNameIsOfThePast(),
        new AlertCanBeSent(), new ChannelCanBeReached(), new SchemaIsSnowflakes(), new RolesMakeNoCircle(),
        new ShareNamesAccounts(),
        new TopicHasAName(),
    ];

    /// <summary>What works and is likely not meant: it keeps nothing from being written.</summary>
    public static bool IsWarning(string rule) => All.Any(r => r.Descriptor.Id == rule && r.Descriptor.DefaultSeverity != DiagnosticSeverity.Error);

    public abstract DiagnosticDescriptor Descriptor { get; }

    public abstract IEnumerable<ReadProblem> Check(ReadContext context);

    protected ReadProblem Problem(Location? location, params object[] arguments) => new(
        Descriptor.Id, string.Format(System.Globalization.CultureInfo.InvariantCulture, Descriptor.MessageFormat.ToString(System.Globalization.CultureInfo.InvariantCulture), arguments),
        location ?? Location.None);
}
