namespace Pipeline.Catalog;

/// <summary>A member that stands for none: its row is in every dimension.</summary>
public enum Member { Unknown, NotApplicable, Invalid }
