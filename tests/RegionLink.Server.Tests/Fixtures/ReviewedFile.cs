namespace RegionLink.Server.Tests.Fixtures;

/// <summary>
/// A text in the repository that people review when it changes. Run the failing test with REGIONLINK_ACCEPT=1 to write the new text,
/// then read the difference before committing it.
/// </summary>
internal static class ReviewedFile
{
    public static async Task MatchesAsync(string path, string actual)
    {
        var full = Path.Combine(RepositoryFolder.Path, path);
        if (Environment.GetEnvironmentVariable("REGIONLINK_ACCEPT") == "1")
        {
            await File.WriteAllTextAsync(full, actual, TestContext.Current.CancellationToken);
        }

        var reviewed = File.Exists(full) ? await File.ReadAllTextAsync(full, TestContext.Current.CancellationToken) : "";
        if (reviewed != actual)
        {
            Assert.Fail($"{path} is not what the program says now. Review it with REGIONLINK_ACCEPT=1. First difference: {FirstDifference(reviewed, actual)}");
        }
    }

    private static string FirstDifference(string reviewed, string actual)
    {
        var (old, now) = (reviewed.Split('\n'), actual.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(old.Length, now.Length)).First(i => old.ElementAtOrDefault(i) != now.ElementAtOrDefault(i));
        return $"line {line + 1}: '{old.ElementAtOrDefault(line)}' is now '{now.ElementAtOrDefault(line)}'";
    }
}
