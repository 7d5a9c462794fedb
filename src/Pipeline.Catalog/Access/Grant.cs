namespace Pipeline.Catalog;

/// <summary>What a role may do with an object.</summary>
public sealed record Grant(QualifiedName Role, Access Access);

/// <summary>What a role may do; on a schema with all that is in it.</summary>
public enum Access { Read, Write, Use, Operate, Create }
