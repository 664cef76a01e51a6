using System.Net;
using System.Net.Http.Headers;
using RegionLink.Server.Tests.Fixtures;
using RegionLink.Server.Tests.Identity;
using static RegionLink.Server.Tests.Scoreboard.BoardAnswer;

namespace RegionLink.Server.Tests.Scoreboard;

/// <summary>The board over what is published and nothing else.</summary>
public sealed class PublishedBoardTests(PublishedServer published) : IClassFixture<PublishedServer>
{
    private const string Hcmc = "79@origin";
    private readonly HttpClient _anybody = published.Server.Anonymous();

    [Fact]
    public async Task Ho_Chi_Minh_City_missed_one_percent_by_three_hundredths_of_a_point_in_2022()
    {
        var board = await BoardAnswer.GetAsync(_anybody, "year=2022&boundary=2022-12-31");

        Assert.Equal("missed 0.97 -0.03 published 1", board.Line(OnePercent, Hcmc));
        var cell = board.Cell(OnePercent, Hcmc);
        Assert.Equal(("imported", 1, false), (cell.GetProperty("origin").GetString(), cell.GetProperty("revision").GetInt32(), cell.GetProperty("illustrative").GetBoolean()));
        Assert.NotEmpty(cell.GetProperty("source").GetString()!);
        Assert.Equal("2022", cell.GetProperty("published").GetProperty("period").GetString());
    }

    [Fact]
    public async Task The_share_of_2021_is_shown_and_not_judged_by_a_target_that_came_later()
    {
        var board = await BoardAnswer.GetAsync(_anybody, "year=2021&boundary=2021-12-31");

        Assert.Equal("notComputable 0.78 - published 1", board.Line(OnePercent, Hcmc));
        Assert.Equal(["target.not-in-force"], board.Reasons(OnePercent, Hcmc));
        var target = board.Json.GetProperty("targets").EnumerateArray().Single(t => t.GetProperty("target").GetString() == OnePercent);
        Assert.False(target.GetProperty("inForce").GetBoolean());
        Assert.True(target.GetProperty("proposed").GetBoolean());
    }

    [Fact]
    public async Task The_boundary_says_which_units_are_the_rows()
    {
        var six = await BoardAnswer.GetAsync(_anybody, "year=2022&boundary=2022-12-31");
        var three = await BoardAnswer.GetAsync(_anybody, "year=2022&boundary=2026-11-22");

        Assert.Equal(["VN@origin", "southeast@origin", "70@origin", "72@origin", "74@origin", "75@origin", "77@origin", "79@origin"], six.Units);
        Assert.Equal(["VN@origin", "southeast@2025-07-01", "75@2026-04-30", "79@2025-07-01", "80@2025-07-01"], three.Units);
    }

    [Fact]
    public async Task A_share_of_a_predecessor_is_not_the_share_of_the_merged_province()
    {
        var board = await BoardAnswer.GetAsync(_anybody, "year=2022&boundary=2026-11-22");

        Assert.Equal("notComputable - - - 1", board.Line(OnePercent, "79@2025-07-01"));
        Assert.Subset(new HashSet<string> { "budget-share.total-missing", "budget-share.lines-missing" }, board.Reasons(OnePercent, "79@2025-07-01").ToHashSet());
        var missing = board.ReasonTexts(OnePercent, "79@2025-07-01");
        Assert.All(["74@origin", "77@origin", "79@origin"], unit => Assert.Contains(unit, missing, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_province_without_a_figure_is_not_computable_and_told_why()
    {
        var board = await BoardAnswer.GetAsync(_anybody, "year=2022&boundary=2022-12-31");

        Assert.Equal("notComputable - - - 1", board.Line(OnePercent, "70@origin"));
        Assert.NotEmpty(board.Reasons(OnePercent, "70@origin"));
        Assert.Equal("notComputable - - - 1", board.Line(OnePercent, "southeast@origin"));
    }

    [Fact]
    public async Task A_rank_is_judged_where_it_was_given_and_nowhere_else()
    {
        var board = await BoardAnswer.GetAsync(_anybody, "year=2022&boundary=2022-12-31");

        Assert.Equal("met 19 6 published 1", board.Line("bd-2022-dti", "74@origin"));
        var after = await BoardAnswer.GetAsync(_anybody, "year=2022&boundary=2026-11-22");
        Assert.DoesNotContain("bd-2022-dti", after.Json.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_the_way_to_a_deadline_without_a_trajectory_the_gap_is_told_and_no_verdict()
    {
        var board = await BoardAnswer.GetAsync(_anybody, "year=2022&boundary=2022-12-31");
        var cell = board.Cell("nq57-digital-economy-2030", "VN@origin");

        Assert.Equal("notComputable", cell.GetProperty("verdict").GetString());
        Assert.Equal(["target.not-in-force"], board.Reasons("nq57-digital-economy-2030", "VN@origin"));
        Assert.Equal("notComputable 14.26 -5.74 published 1", board.Line("749-digital-economy-2025", "VN@origin"));
        Assert.Equal(["target.no-trajectory"], board.Reasons("749-digital-economy-2025", "VN@origin"));
    }

    [Fact]
    public async Task Loading_the_folder_again_changes_nothing()
    {
        var before = await CountAsync();
        Assert.Empty(await published.LoadAsync());
        Assert.Equal(before, await CountAsync());
        Assert.True(before.Observations > 150 && before.Events > 80, $"{before}");
    }

    [Fact]
    public async Task The_board_comes_as_a_file_too()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/scoreboard?year=2022&boundary=2022-12-31");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/csv"));
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue("en"));
        using var answer = await _anybody.SendAsync(request);
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.TrimEntries);

        Assert.StartsWith("\uFEFFyear,stage,unit,name,target", lines[0].StartsWith('\uFEFF') ? lines[0] : "\uFEFF" + lines[0], StringComparison.Ordinal);
        var row = Assert.Single(lines, l => l.Contains($"{Hcmc},", StringComparison.Ordinal) && l.Contains(OnePercent, StringComparison.Ordinal));
        Assert.Contains(",missed,0.97,-0.03,", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_that_has_the_board_is_told_that_it_still_holds()
    {
        const string address = "/api/v1/scoreboard?year=2022&boundary=2022-12-31";
        using var first = await _anybody.GetAsync(address);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await _anybody.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("year=22", "request.parameter-unreadable", HttpStatusCode.BadRequest)]
    [InlineData("stage=planned&boundary=2022-13-01&colour=red", "request.parameter-unreadable request.parameter-unreadable request.parameter-unknown", HttpStatusCode.BadRequest)]
    [InlineData("region=atlantis", "unit.code-unknown-on", HttpStatusCode.UnprocessableEntity)]
    [InlineData("region=79", "unit.code-unknown-on", HttpStatusCode.UnprocessableEntity)]
    public async Task A_question_that_makes_no_sense_is_refused_with_every_reason(string query, string codes, HttpStatusCode status)
    {
        using var answer = await _anybody.GetAsync($"/api/v1/scoreboard?{query}");

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(codes, string.Join(' ', await answer.CodesAsync()));
    }

    private async Task<(long Observations, long Events)> CountAsync()
    {
        await using var command = published.Server.DataSource.CreateCommand("select (select count(*) from observation), (select count(*) from event)");
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }
}
