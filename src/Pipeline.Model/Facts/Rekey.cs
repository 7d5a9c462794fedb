namespace Pipeline.Model;

/// <summary>Whether facts that are loaded already get other keys when their members change.</summary>
public enum Rekey
{
    /// <summary>
    /// A member that arrives after its facts, a late change that splits a version, a version that is taken back: the facts of these members and
    /// this time get the keys that they would have had, had all come in order.
    /// </summary>
    /// <remarks>
    /// The load has a stream of its own on each dimension that it looks up, and reads the facts' rows again in the table that drives it: so that table
    /// must keep them. LOAD_RUNS tells how many facts got another key, in ROWS_REKEYED.
    /// </remarks>
    WhenMembersChange,

    /// <summary>A fact keeps the keys with which it was loaded, right or wrong.</summary>
    Never,
}
