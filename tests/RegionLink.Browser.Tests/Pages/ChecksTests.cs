using Microsoft.Playwright;
using RegionLink.Browser.Tests.Fixtures;

namespace RegionLink.Browser.Tests.Pages;

/// <summary>The checks themselves: each fails on a page with a planted fault.</summary>
public sealed class ChecksTests(WebFixture web)
{
    [Fact]
    public async Task A_barrier_and_a_page_that_is_too_wide_are_noticed()
    {
        var page = await web.OpenAsync(360);
        await page.GotoAsync("/glossary", new() { WaitUntil = WaitUntilState.Load });
        await page.EvaluateAsync("() => { const i = document.createElement('img'); i.src = '/none.png'; const d = document.createElement('div'); d.style.width = '900px'; d.style.height = '9px'; document.querySelector('main').append(i, d); }");

        var barrier = await Assert.ThrowsAnyAsync<Exception>(page.HasNoBarriersAsync);
        Assert.Contains("image-alt", barrier.Message, StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<Exception>(page.FitsAsync);
    }
}
