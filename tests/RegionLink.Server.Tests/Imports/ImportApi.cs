using System.Net;
using System.Text;
using System.Text.Json;
using RegionLink.Server.Files;
using RegionLink.Server.Identity;
using RegionLink.Server.Tests.Fixtures;
using RegionLink.Server.Tests.Identity;

namespace RegionLink.Server.Tests.Imports;

/// <summary>A province's people sending files and taking them out.</summary>
internal sealed class ImportApi(ServerFixture server, string unit, string person = "an")
{
    public HttpClient Reporter { get; } = server.ClientAs(person, unit, Role.Reporter);

    /// <summary>Sends a file as the body; waits until it is finished.</summary>
    public async Task<ImportAnswer> SendAsync(string kind, byte[] file, string query = "")
    {
        using var answer = await Reporter.PostAsync($"/api/v1/imports?kind={kind}&fileName=tệp.csv{query}", new ByteArrayContent(file));
        return new ImportAnswer(answer.StatusCode, await answer.JsonAsync());
    }

    public Task<ImportAnswer> SendAsync(string kind, string csv, string query = "") => SendAsync(kind, Encoding.UTF8.GetBytes(csv), query);

    public async Task<byte[]> ExportAsync(string file, string query = "")
    {
        using var answer = await Reporter.GetAsync($"/api/v1/exports/{file}?unit={unit}{query}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>The export as a table of texts, header first.</summary>
    public async Task<List<string[]>> RowsAsync(string kind)
    {
        var (sheets, fault) = FileReader.Read(new MemoryStream(await ExportAsync($"{kind}.csv")), new FileLimits());
        Assert.Null(fault);
        var rows = sheets[0].Rows;
        return [.. rows.Select(row => Enumerable.Range(0, rows[0].Cells.Count).Select(i => row.At(i).Text).ToArray())];
    }

    /// <summary>The export with one cell changed, as CSV again.</summary>
    public async Task<string> EditedAsync(string kind, int row, string column, string value)
    {
        var rows = await RowsAsync(kind);
        rows[row][Array.FindIndex(rows[0], title => title.StartsWith(column, StringComparison.Ordinal))] = value;
        return string.Join("\r\n", rows.Select(cells => string.Join(';', cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))));
    }
}

/// <summary>What an import answered.</summary>
internal sealed record ImportAnswer(HttpStatusCode Status, JsonElement Json)
{
    /// <summary>The import itself; a refusal carries it beside its reasons.</summary>
    public JsonElement Import => Json.TryGetProperty("import", out var import) ? import : Json;

    public string Outcome => Import.GetProperty("status").GetString()!;

    public string Id => Import.GetProperty("id").GetString()!;

    public int Count(string name) => Import.GetProperty("counts").GetProperty(name).GetInt32();

    /// <summary>Cell and code of every reason.</summary>
    public IReadOnlyList<string> Reasons => Json.TryGetProperty("refusals", out var reasons)
        ? [.. reasons.EnumerateArray().Select(r => $"{r.GetProperty("field").GetString()} {r.GetProperty("code").GetString()}".Trim())]
        : [];

    public IReadOnlyList<string> Questions => [.. Import.GetProperty("questions").EnumerateArray().Select(q => q.GetProperty("id").GetString()!)];

    public ImportAnswer Expect(HttpStatusCode status, string outcome)
    {
        Assert.True(Status == status && Outcome == outcome, $"{Status}: {Json}");
        return this;
    }
}
