using Microsoft.Playwright;
using RegionLink.Browser.Tests.Desk;
using RegionLink.Browser.Tests.Fixtures;

namespace RegionLink.Browser.Tests.Pages;

/// <summary>Every page at twice its size, when a window of 1280 by 900 shows 640 by 450 of its pixels: nothing is cut off, and the page does not scroll sideways.</summary>
public sealed class ZoomTests(WebFixture web)
{
    private const string CutOff = """
        () => [...document.body.querySelectorAll('*')].filter(e => {
            const style = getComputedStyle(e);
            return e.getClientRects().length > 0 && !e.closest('.hidden, .skip, svg, .chart') && e.clientWidth > 1
              && [style.overflowX, style.overflowY].some(o => o === 'hidden' || o === 'clip')
              && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1);
          }).map(e => e.outerHTML.slice(0, 160))
        """;

    [Fact]
    public async Task Nothing_is_lost_at_twice_the_size()
    {
        var pages = PublicPagesTests.Pages.Select(p => (Login: "", Address: p.Data.Item2)).Concat(SignedInPagesTests.Pages.Select(p => (Login: p.Data.Item2, Address: p.Data.Item3)));
        foreach (var group in pages.GroupBy(p => p.Login))
        {
            var page = group.Key.Length == 0 ? await web.OpenAsync() : await web.SignedInAsync(group.Key);
            foreach (var (_, address) in group)
            {
                await page.SetViewportSizeAsync(640, 450);
                await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });
                await NothingIsLostAsync(page, address);
            }

            await page.Context.CloseAsync();
        }
    }

    private static async Task NothingIsLostAsync(IPage page, string address)
    {
        await page.FitsAsync();
        var lost = await page.EvaluateAsync<string[]>(CutOff);
        Assert.True(lost.Length == 0, $"{address} cuts off:\n{string.Join('\n', lost)}");
    }
}
