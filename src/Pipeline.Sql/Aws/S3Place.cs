namespace Pipeline.Sql.Aws;

/// <summary>A place in a bucket: <c>s3://retail/sales/</c> is the key prefix <c>sales/</c> of the bucket <c>retail</c>.</summary>
internal sealed record S3Place(string Bucket, string Prefix)
{
    private const string Scheme = "s3://";

    /// <summary>Null for what isn't in S3.</summary>
    public static S3Place? Of(string? url)
    {
        if (url is null || !url.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return null;
        var rest = url.Substring(Scheme.Length);
        var slash = rest.IndexOf('/');
        return slash < 0 ? new(rest, "") : new(rest.Substring(0, slash), rest.Substring(slash + 1));
    }
}
