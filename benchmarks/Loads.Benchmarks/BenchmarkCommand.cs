using Loads.Benchmarks.Measuring;
using Loads.Benchmarks.Reports;

namespace Loads.Benchmarks;

/// <summary>Measures all that is asked for, prints it as ratios, and writes it to the page.</summary>
internal static class BenchmarkCommand
{
    public static int Run(string[] arguments, TextWriter output, TextWriter error)
    {
        try
        {
            if (arguments is ["child", .. var task])
            {
                output.WriteLine(ChildTask.Run(task));
                return 0;
            }

            var options = BenchmarkOptions.Of(arguments);
            Directory.CreateDirectory(options.Folder);
            try
            {
                var report = new BenchmarkReport(options.Repeats);
                foreach (var size in options.Members) report.AddMembers(size, new MemberBenchmark(options, size, error).Run());
                foreach (var size in options.Sales) report.AddSales(size, new SalesBenchmark(options, size, error).Run());
                output.WriteLine(report.Text);
                if (options.Report is { } page) report.WriteInto(page);
                return 0;
            }
            finally
            {
                Directory.Delete(options.Folder, recursive: true);
            }
        }
        catch (Exception e) when (e is ArgumentException or FormatException or BenchmarkException)
        {
            error.WriteLine(e.Message);
            return 1;
        }
    }
}
