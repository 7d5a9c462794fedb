namespace Pipeline.Model;

/// <summary>What reads the platform from outside.</summary>
public enum Consumer
{
    /// <summary>A board or a report of a BI tool.</summary>
    Dashboard,

    /// <summary>A notebook in which somebody analyses.</summary>
    Notebook,

    /// <summary>A model that is trained or that scores.</summary>
    MachineLearning,

    /// <summary>A program of the business.</summary>
    Application,
}
