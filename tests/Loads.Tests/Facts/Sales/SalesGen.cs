using CsCheck;

namespace Loads.Tests.Facts.Sales;

/// <summary>Random deliveries: few members, few sales and few instants, so that facts come before their members, members change after their facts, and both come back.</summary>
internal static class SalesGen
{
    private static readonly Gen<CustomerChange> Customer =
        from id in Gen.Int[1, 3]
        from segment in OneOf("GOLD", "SILVER")
        from minute in Gen.Int[0, 12]
        from isDeleted in Gen.Frequency((5, Gen.Const(false)), (1, Gen.Const(true)))
        select new CustomerChange(id, segment, minute, isDeleted);

    private static readonly Gen<ProductChange> Product =
        from id in OneOf("A", "B", "C")
        from category in OneOf("TEA", "COFFEE")
        select new ProductChange(id, category);

    private static readonly Gen<SaleChange> Sale =
        from id in Gen.Int[1, 5]
        from customer in Gen.Frequency((9, Gen.Int[1, 3].Select(i => (int?)i)), (1, Gen.Const((int?)null)))
        from product in OneOf<string?>("A", "B", "C", null)
        from amount in Gen.Int[1, 3].Select(i => i * 10)
        from minute in Gen.Int[0, 14]
        from changed in Gen.Int[0, 5]
        from isDeleted in Gen.Frequency((5, Gen.Const(false)), (1, Gen.Const(true)))
        select new SaleChange(id, customer, product, amount, minute, changed, isDeleted);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    public static readonly Gen<SalesDelivery[]> Deliveries = (
        from customers in Customer.Array[0, 3]
        from products in Product.Array[0, 1]
        from sales in Sale.Array[0, 4]
        select new SalesDelivery(customers, products, sales)).Array[1, 7];
}
