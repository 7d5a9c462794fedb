namespace Pipeline.Model;

/// <summary>How files are compressed.</summary>
public enum Compression
{
    /// <summary>Recognised from the file.</summary>
    Auto,

    /// <summary>Not compressed.</summary>
    None,

    /// <summary>gzip.</summary>
    Gzip,

    /// <summary>Zstandard.</summary>
    Zstd,

    /// <summary>Snappy.</summary>
    Snappy,
}
