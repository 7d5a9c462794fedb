namespace Pipeline.Catalog;

/// <summary>What is known of the file that a row comes from.</summary>
public enum FileFact { Name, RowNumber, ContentKey, LastModified, ScanStarted }
