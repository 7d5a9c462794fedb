namespace Pipeline.Engine;

/// <summary>The time at which the engine is: that of the run at hand, or of the schedule that it plays.</summary>
internal sealed class EngineClock
{
    /// <summary>Null until anything has run: a database that is only opened is at no time.</summary>
    public DateTime? Now { get; private set; }

    /// <summary>Goes on to the time; never back.</summary>
    public void Advance(DateTime now)
    {
        if (Now is null || now > Now) Now = now;
    }
}
