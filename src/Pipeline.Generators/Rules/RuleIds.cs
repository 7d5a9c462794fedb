namespace Pipeline.Generators.Rules;

/// <summary>The ids of all rules, in blocks: 01 names, 02 tables and types, 03 keys and dimensions, 04 streams and loads, 05 tasks, 06 queries, 07 access, 09 build.</summary>
internal static class RuleIds
{
    public const string UnknownPlace = "PL0101";
    public const string NameIsTaken = "PL0102";
    public const string WrongKind = "PL0103";
    public const string NoColumnType = "PL0201";
    public const string NoDefinition = "PL0202";
    public const string MergeNeedsKey = "PL0301";
    public const string HistoryNeedsEvents = "PL0302";
    public const string FactGrainIsStable = "PL0311";
    public const string VersionNeedsATime = "PL0312";
    public const string FactlessMeasuresNothing = "PL0313";
    public const string StockIsNotAddedOverTime = "PL0314";
    public const string LoadMissesColumn = "PL0401";
    public const string StreamHasOneConsumer = "PL0402";
    public const string NullIntoNotNull = "PL0403";
    public const string StreamDrivesItsLoad = "PL0404";
    public const string StreamSourceTellsNoChanges = "PL0410";
    public const string LoadCanBeMade = "PL0411";
    public const string FactsGetOtherKeys = "PL0412";
    public const string PipeTakesOverACopy = "PL0430";
    public const string NoTaskCopiesForAPipe = "PL0431";
    public const string GateIsRun = "PL0440";
    public const string UnreadableSchedule = "PL0501";
    public const string NothingStartsTheGraph = "PL0502";
    public const string FinalizerStandsApart = "PL0503";
    public const string TaskWaitsInVain = "PL0504";
    public const string TaskNumberOutOfRange = "PL0505";
    public const string WaitsForASkippedTask = "PL0506";
    public const string OverlapSplitsStreams = "PL0507";
    public const string Untranslatable = "PL0601";
    public const string Unreadable = "PL0602";
    public const string LossyAssignment = "PL0603";
}
