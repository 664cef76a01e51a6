using System.Globalization;
using System.Runtime.InteropServices;

namespace RegionLink.Benchmarks;

/// <summary>Results of one run as a table: each ratio beside the bar it is held against.</summary>
internal sealed class Report
{
    private readonly List<string> _rows = [];
    private readonly List<string> _notes = [];

    public void Add(string work, string what, string ours, string peer, double ratio, string bar)
    {
        var row = string.Create(CultureInfo.InvariantCulture, $"| {work} | {what} | {ours} | {peer} | {ratio:0.00} | {bar} |");
        _rows.Add(row);
        Console.WriteLine(row);
    }

    /// <summary>A line of explanation, printed beside the table.</summary>
    public void Note(string text)
    {
        _notes.Add(text);
        Console.WriteLine(text);
    }

    /// <summary>The table with machine and date; the commit is the reader's to add.</summary>
    public void Print()
    {
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, .NET {Environment.Version}"));
        Console.WriteLine();
        Console.WriteLine("| work | what | ours | peer | ratio or value | bar |");
        Console.WriteLine("|---|---|---|---|---|---|");
        _rows.ForEach(Console.WriteLine);
        Console.WriteLine();
        _notes.ForEach(Console.WriteLine);
    }
}
