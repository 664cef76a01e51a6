using RegionLink.Runtime.Provinces;
using RegionLink.Runtime.ReferenceData;

namespace RegionLink.Server.CommandLine;

/// <summary>Brings the provinces folder into the database before the server opens its doors.</summary>
internal static class ProvinceLoading
{
    /// <summary>Reads the folder beside the program or above it. Needs no database: <c>up</c> reads while it starts one.</summary>
    public static ProvinceReading Read()
    {
        if (ProvinceFolder.Find() is not { } folder)
        {
            return new(null, null, []);
        }

        var (book, mistakes) = ProvinceBookReader.Read(folder);
        return new(folder, book, mistakes);
    }

    /// <summary>Loads what was read; says every mistake, if there are any, and loads nothing then.</summary>
    /// <returns>False when the folder has mistakes or is missing: the server must not start.</returns>
    public static async Task<bool> LoadAsync(ProvinceReading read, IServiceProvider services, Terminal terminal, CancellationToken ct)
    {
        if (read.Folder is null)
        {
            terminal.Complain("Không tìm thấy thư mục provinces bên cạnh chương trình.", "There is no provinces folder beside the program.");
            return false;
        }

        if (read.Book is not { } book)
        {
            terminal.Complain(
                $"Thư mục {read.Folder} có {read.Mistakes.Count} lỗi; hãy sửa rồi chạy lại:",
                $"The folder {read.Folder} has {read.Mistakes.Count} mistakes; mend them and start again:");
            foreach (var mistake in read.Mistakes)
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

/// <param name="Folder">Null when there is none.</param>
/// <param name="Book">Null when there are mistakes.</param>
internal sealed record ProvinceReading(string? Folder, ProvinceBook? Book, IReadOnlyList<FileMistake> Mistakes);
