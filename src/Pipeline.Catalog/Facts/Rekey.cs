namespace Pipeline.Catalog;

/// <summary>Whether facts that are loaded already get other keys when their members change.</summary>
public enum Rekey { WhenMembersChange, Never }
