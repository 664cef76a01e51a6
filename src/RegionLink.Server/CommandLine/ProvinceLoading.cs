using RegionLink.Runtime.Provinces;
using RegionLink.Runtime.ReferenceData;

namespace RegionLink.Server.CommandLine;

/// <summary>Brings the provinces folder into the database before the server opens its doors.</summary>
internal static class ProvinceLoading
{
    /// <summary>Loads the folder beside the program or above it; says every mistake, if there are any, and loads nothing then.</summary>
    /// <returns>False when the folder has mistakes or is missing: the server must not start.</returns>
    public static async Task<bool> RunAsync(IServiceProvider services, Terminal terminal, CancellationToken ct)
    {
        if (ProvinceFolder.Find() is not { } folder)
        {
            terminal.Complain("Không tìm thấy thư mục provinces bên cạnh chương trình.", "There is no provinces folder beside the program.");
            return false;
        }

        var (book, mistakes) = ProvinceBookReader.Read(folder);
        if (book is null)
        {
            terminal.Complain(
                $"Thư mục {folder} có {mistakes.Count} lỗi; hãy sửa rồi chạy lại:", $"The folder {folder} has {mistakes.Count} mistakes; mend them and start again:");
            foreach (var mistake in mistakes)
            {
                terminal.Complain($"  {mistake.InVietnamese()}", $"  {mistake}");
            }

            return false;
        }

        await services.GetRequiredService<ReferenceStore>().LoadAsync(book, ct);
        await services.GetRequiredService<ReferenceCache>().RefreshAsync(ct);
        await services.GetRequiredService<PublishedTotals>().FillAsync(book, ct);

        // Nothing here keeps the server from starting: what was recorded before still holds, and the region decides about the rest.
        foreach (var (what, reason) in await services.GetRequiredService<PublishedFacts>().LoadAsync(book, ct))
        {
            terminal.Complain($"{what}: {reason.Vi}", $"{what}: {reason.En}");
        }

        return true;
    }
}
