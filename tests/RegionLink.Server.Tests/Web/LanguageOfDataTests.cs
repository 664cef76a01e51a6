using System.Text.Json;
using RegionLink.Server.Tests.Fixtures;
using RegionLink.Server.Web.Parts;

namespace RegionLink.Server.Tests.Web;

/// <summary>Words that came with the data are marked with their language where it is not the page's.</summary>
public sealed class LanguageOfDataTests
{
    private static readonly Dictionary<string, string> Wordings =
        JsonSerializer.Deserialize<Dictionary<string, string>>(RepositoryProvinces.Book.Documents["wordings"])!;

    /// <summary>What pages show of it besides titles of sources, which are cited as they are unless they describe.</summary>
    private static readonly HashSet<string> Said =
    [
        .. RepositoryProvinces.Book.Metrics.Select(m => m.Note).OfType<string>(),
        .. RepositoryProvinces.Book.Targets.SelectMany(t => new[] { t.Command.Terms.LegalSource, t.Command.Terms.Note }).OfType<string>().Where(t => !t.Contains(", art. ", StringComparison.Ordinal)),
        .. RepositoryProvinces.Book.Values.SelectMany(v => v.Entries).Select(r => r.Note).OfType<string>().Where(n => n.Length > 0),
        .. RepositoryProvinces.Book.Units.Select(u => u.Seat).OfType<string>(),
    ];

    private static readonly HashSet<string> Titles = [.. RepositoryProvinces.Book.Sources.Select(s => s.Title)];

    [Fact]
    public void Every_ground_of_a_target_that_is_no_act_is_seen_to_be_English()
    {
        var grounds = Directory.GetFiles(Path.Combine(RepositoryFolder.Path, "provinces", "targets"), "*.json")
            .SelectMany(file => JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("targets").EnumerateArray())
            .Where(target => target.TryGetProperty("basis", out _))
            .Select(target => target.GetProperty("basis").GetString()!)
            .Distinct()
            .ToList();

        Assert.NotEmpty(grounds);
        Assert.All(grounds, g => Assert.True(EnglishWords.AreIn(g), g));
    }

    [Fact]
    public void What_the_folder_says_in_English_it_says_in_Vietnamese_too()
    {
        Assert.Equal([], Said.Where(text => EnglishWords.AreIn(text) && !Wordings.ContainsKey(text)));
        Assert.Equal([], Wordings.Keys.Where(text => !Said.Contains(text) && !Titles.Contains(text)));
        Assert.Equal([], Wordings.Where(w => EnglishWords.AreIn(w.Value)).Select(w => w.Value));
    }

    [Theory]
    [InlineData("Kế hoạch chuyển đổi số 2022 của Bình Dương")]
    [InlineData("Quyết định số 12/QĐ-UBND ngày 03/01/2026")]
    [InlineData("TP.HCM, 2022-07-12")]
    [InlineData("theo kế hoạch")]
    public void Vietnamese_and_mere_names_are_not_taken_for_English(string text) => Assert.False(EnglishWords.AreIn(text));

    [Theory]
    [InlineData("148/2025/QH15", "148/2025/QH15", null, null)]
    [InlineData("148/2025/QH15, art. 20.1", "148/2025/QH15", "20", "1")]
    [InlineData("278/2025/NĐ-CP, art. 5", "278/2025/NĐ-CP", "5", null)]
    public void An_act_is_read_with_its_article(string text, string number, string? article, string? clause)
    {
        Assert.True(LegalCitation.TryRead(text, out var cited));
        Assert.Equal(new LegalCitation(number, article, clause), cited);
    }

    [Theory]
    [InlineData("148/2025/QH15", "Luật Chuyển đổi số", "Luật số {0}")]
    [InlineData("202/2025/QH15", "Sắp xếp đơn vị hành chính cấp tỉnh", "Nghị quyết số {0}")]
    [InlineData("57-NQ/TW", "Đột phá", "Nghị quyết số {0}")]
    [InlineData("411/QĐ-TTg", "Chiến lược", "Quyết định số {0}")]
    [InlineData("45/2026/NĐ-CP", "Đầu tư", "Nghị định số {0}")]
    [InlineData("39/2026/TT-BKHCN", "Lập dự toán", "Thông tư số {0}")]
    public void The_word_for_an_act_follows_its_number(string number, string title, string words) => Assert.Equal(words, PartTexts.KindOfAct(number, title).Vi);
}
