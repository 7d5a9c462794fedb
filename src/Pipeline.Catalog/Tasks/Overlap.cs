namespace Pipeline.Catalog;

/// <summary>Whether a graph may start again while a run of it goes on: not at all, when its root is done, or at any time.</summary>
public enum Overlap { None, Children, All }
