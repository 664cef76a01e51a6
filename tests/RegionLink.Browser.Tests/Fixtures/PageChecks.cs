using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace RegionLink.Browser.Tests.Fixtures;

/// <summary>What every page is held to.</summary>
internal static class PageChecks
{
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    private static readonly string Pictures = Path.Combine(Repository(), "artifacts", "screenshots");

    /// <summary>Fails with every rule axe finds broken and where.</summary>
    public static async Task HasNoBarriersAsync(this IPage page)
    {
        var result = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. Rules] } });
        var found = result.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {v.Help}: {n.Target} {n.Html}"));
        Assert.True(result.Violations.Length == 0, $"{page.Url}\n{string.Join('\n', found)}");
    }

    /// <summary>Nothing sticks out at the right: on a phone the page itself never scrolls sideways.</summary>
    public static async Task FitsAsync(this IPage page)
    {
        var over = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(over <= 0, $"{page.Url} is {over} px too wide.");
    }

    /// <summary>Keeps a picture of the whole page, beside the build, never in git.</summary>
    public static async Task KeepPictureAsync(this IPage page, string name)
    {
        Directory.CreateDirectory(Pictures);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}.png"), FullPage = true });
    }

    /// <summary>Keeps the page as it comes out of a printer, beside the pictures.</summary>
    public static async Task KeepPaperAsync(this IPage page, string name)
    {
        Directory.CreateDirectory(Pictures);
        await page.PdfAsync(new() { Path = Path.Combine(Pictures, $"{name}.pdf"), Format = "A4", PrintBackground = false, Margin = new() { Top = "1cm", Right = "1cm", Bottom = "1cm", Left = "1cm" } });
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RegionLink.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside a checkout.");
    }
}
