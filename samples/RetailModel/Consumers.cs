// Who reads the marts from outside: BI, ML and the business's own programs. Each has a role, or in another account a share, that may read what stands here, and nothing else.
using Pipeline.Model;

namespace Retail;

/// <summary>The daily sales board.</summary>
[Exposure(Consumer.Dashboard, Owner = "bi@retail.example", Url = "https://bi.retail.example/sales")]
[Reads<DailySalesSummary>, Reads<NamedProductPerformance>, Reads<MonthlyRevenue>]
public sealed class SalesBoard;

/// <summary>The churn model's training set; personal data reaches it masked.</summary>
[Exposure(Consumer.MachineLearning, Owner = "ml@retail.example"), Reads<Customer360>, Reads<CustomerCohorts>]
public sealed class ChurnModel;

/// <summary>The shop's recommendations.</summary>
[Exposure(Consumer.Application, Owner = "shop@retail.example"), Reads<NamedProductPerformance>]
public sealed class ShopApp;

/// <summary>How their products sell, for suppliers: a share, since they have accounts of their own.</summary>
[Share(Owner = "partners@retail.example", Accounts = ["${suppliers.accounts}"]), Reads<NamedProductPerformance>]
public sealed class SupplierShare;
