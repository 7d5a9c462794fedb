using Pipeline.Model;

namespace TpcH;

/// <summary>Q22, global sales opportunity: customers of some countries with money and without orders.</summary>
[View<Wholesale>]
public sealed class Q22SalesOpportunity
{
    public string CountryCode { get; init; }
    public long Customers { get; init; }
    [Number(38, 2)] public decimal Balance { get; init; }

    [Define]
    internal static Query<Q22SalesOpportunity> Define(Query<Customer> customers, Query<Order> orders)
    {
        var candidates = customers.Where(c => Countries.Contains(Country(c)));
        var usual = candidates.Where(c => c.AccountBalance > 0).Average(c => c.AccountBalance);

        return
            from c in candidates
            where c.AccountBalance > usual && !orders.Any(o => o.CustomerKey == c.CustomerKey)
            group c by Country(c) into country
            orderby country.Key
            select new Q22SalesOpportunity { CountryCode = country.Key, Customers = country.Count(), Balance = country.Sum(c => c.AccountBalance) };
    }

    private static string Country(Customer customer) => customer.Phone[..2];

    private static readonly string[] Countries = ["13", "31", "23", "29", "30", "18", "17"];
}
