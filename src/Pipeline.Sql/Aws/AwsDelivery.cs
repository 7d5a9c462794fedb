using Pipeline.Catalog;

namespace Pipeline.Sql.Aws;

/// <summary>What brings files to a pipe's stage: a Kinesis stream, from which Firehose writes a file every minute or every few megabytes.</summary>
internal static class AwsDelivery
{
    public static void Add(AwsTemplate template, PipeObject pipe, S3Place place)
    {
        if (pipe.KinesisStream is not { } stream) return;
        var name = AwsTemplate.Word(pipe.ClassName);
        var bucket = template.BucketOf(place.Bucket);
        var (extension, isZipped) = FilesOf(template.Catalog, pipe);
        template.Resource(name + "Events", "AWS::Kinesis::Stream", new Node
        {
            { "Name", stream },
            { "StreamModeDetails", new Node { { "StreamMode", "ON_DEMAND" } } },
        });
        template.Resource(name + "DeliveryRole", "AWS::IAM::Role", new Node
        {
            { "AssumeRolePolicyDocument", AwsTemplate.Document(new Node
                {
                    { "Effect", "Allow" }, { "Principal", new Node { { "Service", "firehose.amazonaws.com" } } }, { "Action", "sts:AssumeRole" },
                    { "Condition", new Node { { "StringEquals", new Node { { "sts:ExternalId", Node.Ref("AWS::AccountId") } } } } },
                }) },
            { "Policies", new[] { AwsRoles.Policy("deliver",
                AwsTemplate.Allow(["kinesis:DescribeStream", "kinesis:GetShardIterator", "kinesis:GetRecords", "kinesis:ListShards"], Node.Get(name + "Events", "Arn")),
                AwsTemplate.Allow(["s3:AbortMultipartUpload", "s3:GetObject", "s3:ListBucketMultipartUploads", "s3:PutObject"], $"arn:aws:s3:::{place.Bucket}/*"),
                AwsTemplate.Allow(["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"], $"arn:aws:s3:::{place.Bucket}")) } },
        });
        template.Resource(name + "Delivery", "AWS::KinesisFirehose::DeliveryStream", new Node
        {
            { "DeliveryStreamName", stream },
            { "DeliveryStreamType", "KinesisStreamAsSource" },
            { "KinesisStreamSourceConfiguration", new Node { { "KinesisStreamARN", Node.Get(name + "Events", "Arn") }, { "RoleARN", Node.Get(name + "DeliveryRole", "Arn") } } },
            { "ExtendedS3DestinationConfiguration", new Node
                {
                    { "BucketARN", Node.Get(bucket, "Arn") },
                    { "RoleARN", Node.Get(name + "DeliveryRole", "Arn") },
                    { "Prefix", place.Prefix },
                    // Not below the stage: the pipe would load them.
                    { "ErrorOutputPrefix", "firehose-errors/" + place.Prefix },
                    { "BufferingHints", new Node { { "IntervalInSeconds", 60 }, { "SizeInMBs", 5 } } },
                    { "CompressionFormat", isZipped ? "GZIP" : "UNCOMPRESSED" },
                    { "FileExtension", extension },
                    { "ProcessingConfiguration", LinePerRecord() },
                } },
        });
    }

    // Records come without a line's end.
    private static Node LinePerRecord() => new()
    {
        { "Enabled", true },
        { "Processors", new[] { new Node
            {
                { "Type", "AppendDelimiterToRecord" },
                { "Parameters", new[] { new Node { { "ParameterName", "Delimiter" }, { "ParameterValue", "\\n" } } } },
            } } },
    };

    private static (string Extension, bool IsZipped) FilesOf(CompiledCatalog catalog, PipeObject pipe)
    {
        var format = catalog.Find<StageObject>(pipe.Copy!.Stage)?.Format is { } name ? catalog.Find<FileFormatObject>(name) : null;
        var extension = format switch
        {
            JsonFormatObject => ".json",
            CsvFormatObject => ".csv",
            _ => throw new UnspellableException($"{pipe.Name} takes what Kinesis brings, which is lines of JSON or CSV: give its stage such a [Format<..>]."),
        };
        return format.Compression switch
        {
            "AUTO" or "GZIP" => (extension + ".gz", true),
            "NONE" => (extension, false),
            var other => throw new UnspellableException($"{pipe.Name} takes what Kinesis brings, which Firehose writes zipped or plain, not as {other}: give its format Gzip or None."),
        };
    }
}
