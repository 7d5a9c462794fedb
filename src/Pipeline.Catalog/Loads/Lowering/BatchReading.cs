namespace Pipeline.Catalog;

/// <summary>Where a load's query reads its driver.</summary>
internal enum BatchReading
{
    /// <summary>The stream: new images, and deletes where the target takes them.</summary>
    Stream,

    /// <summary>The whole table of the stream, as it is now.</summary>
    Table,

    /// <summary>What the stream's updates replaced.</summary>
    FormerImages,
}
