using RegionLink.Runtime.Queries;

namespace RegionLink.Server.CommandLine;

/// <summary>Tells whoever starts a server or migrates that one of the two walls between provinces is missing, and how to build it.</summary>
internal static class SecondWallNotice
{
    public static async Task SayAsync(IServiceProvider services, Terminal terminal, CancellationToken ct)
    {
        if (!await services.GetRequiredService<SecondWall>().StandsAsync(ct))
        {
            terminal.Complain(
                $"Thiếu lớp bảo vệ thứ hai (row-level security): tài khoản cơ sở dữ liệu này không dùng được vai trò {SecondWall.Role}. Cách thêm: docs/operations.md, “The second wall”.",
                $"The second wall (row-level security) is missing: this database login cannot use the role {SecondWall.Role}. How to add it: docs/operations.md, “The second wall”.");
        }
    }
}
