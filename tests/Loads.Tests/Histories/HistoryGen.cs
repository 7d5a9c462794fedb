using CsCheck;

namespace Loads.Tests.Histories;

/// <summary>Random histories: few keys, few instants and few values, so that they collide, repeat, come late and come back.</summary>
public static class HistoryGen
{
    private static readonly Gen<CustomerEvent> Event =
        from id in Gen.Frequency((19, Gen.Int[1, 3].Select(i => (int?)i)), (1, Gen.Const((int?)null)))
        from segment in Gen.Frequency((19, OneOf("GOLD", "SILVER", "BRONZE")), (1, Gen.Const((string?)null)))
        from email in OneOf("a@x", "b@x", null)
        from minute in Gen.Frequency((19, Gen.Int[0, 12].Select(i => (int?)i)), (1, Gen.Const((int?)null)))
        from isDeleted in Gen.Frequency((7, Gen.Const(false)), (1, Gen.Const(true)))
        select new CustomerEvent(id, segment, email, minute, isDeleted);

    private static Gen<string?> OneOf(params string?[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    /// <summary>Batches of events, in the order of arrival; some are empty, some hold an event twice.</summary>
    public static readonly Gen<CustomerEvent[][]> Batches = Event.Array[0, 6].Array[1, 6];
}
