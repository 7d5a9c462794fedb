using Loads.Tests.Histories;

namespace Loads.Tests.Cases;

/// <summary>The customers' platform, fed with events as lines: customer, segment, city, and the day and month of 2024 as MM-dd; a line may say more after that.</summary>
internal sealed class CustomerLab(string classes, bool survives = false) : IDisposable
{
    private const string Header = "id,segment,city,email,name,channel,phone,fax,has_fax,is_deleted,minute";

    public CustomerLab()
        : this(CustomerModel.Classes)
    {
    }

    public LoadLab Lab { get; } = new(ModelText.Compile(classes), survives);

    /// <summary>An event: customer, segment, city, day.</summary>
    public static string Event(string customer, string? segment, string? city, string? day, string? email = null, bool isDeleted = false) =>
        $"{customer},{segment},{city},{email},,,,,,{(isDeleted ? "1" : "0")},{(day is null ? "" : $"2024-{(day.Contains(':') ? day : day + " 00:00:00")}")}";

    /// <summary>Delivers lines of a source that tells a customer, the one value, whether he is deleted, and the time.</summary>
    public void DeliverOnly(string value, params IEnumerable<string> lines) => Lab.Deliver("rows/rows_#.csv", lines.Prepend($"id,{value},is_deleted,minute"));

    public void Deliver(params IEnumerable<string> events) => Lab.Deliver("rows/rows_#.csv", events.Prepend(Header));

    public string? TryDeliver(params IEnumerable<string> events) =>
        Lab.TryDeliver("rows/rows_#.csv", events.Prepend(Header)).Graphs.SelectMany(g => g.Tasks).FirstOrDefault(t => t.Error is not null)?.Error;

    public string Versions(string columns = "SEGMENT, VALID_FROM, VALID_TO, IS_CURRENT") =>
        Lab.Rows($"SELECT {columns} FROM CURATED.DIM_CUSTOMER WHERE CUSTOMER_KEY > 0 ORDER BY CUSTOMER_ID, VALID_FROM");

    public void Dispose() => Lab.Dispose();
}
