namespace Pipeline.Catalog;

/// <summary>What reads the platform from outside.</summary>
public enum Consumer { Dashboard, Notebook, MachineLearning, Application }
