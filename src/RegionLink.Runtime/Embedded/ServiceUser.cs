namespace RegionLink.Runtime.Embedded;

/// <summary>
/// The operating system user PostgreSQL runs as: the one who starts RegionLink, or, since PostgreSQL refuses to run as root, <c>postgres</c>
/// or <c>nobody</c> when root starts it.
/// </summary>
/// <param name="Name">Null when the caller's own user is used.</param>
/// <param name="Group">Primary group of <paramref name="Name"/>.</param>
internal sealed record ServiceUser(string? Name, string? Group)
{
    public static async Task<ServiceUser> FindAsync(CancellationToken ct)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return new ServiceUser(null, null);
        }

        foreach (var name in (string[])["postgres", "nobody"])
        {
            var group = await ProgramRun.OfAsync(["id", "-gn", name], ct);
            if (group.Succeeded)
            {
                return new ServiceUser(name, group.Output);
            }
        }

        throw new EmbeddedPostgresException(new Notice(
            "PostgreSQL không chạy bằng root và máy này không có người dùng “postgres” hay “nobody”. Hãy chạy RegionLink bằng người dùng thường.",
            "PostgreSQL refuses to run as root and this machine has no user “postgres” or “nobody”. Run RegionLink as a plain user."));
    }

    /// <summary>The command that runs <paramref name="command"/> as this user.</summary>
    public IReadOnlyList<string> Run(params IReadOnlyList<string> command) => Name is null ? command : [.. SetPriv(), "--", .. command];

    /// <summary>
    /// As <see cref="Run"/>, for a program that must stop when the thread that started it ends (and so when this process dies), and that
    /// a Ctrl-C in the terminal does not reach: whoever started it stops it after finishing its own work.
    /// </summary>
    public IReadOnlyList<string> RunTied(params IReadOnlyList<string> command) => OperatingSystem.IsLinux()
        ? ["setsid", .. SetPriv(), "--pdeathsig", "INT", "--", .. command]
        : command;

    /// <summary>Gives a file or folder to this user.</summary>
    public async Task OwnAsync(string path, CancellationToken ct)
    {
        if (Name is not null)
        {
            await ProgramRun.OfAsync(["chown", $"{Name}:{Group}", path], ct);
        }
    }

    private IReadOnlyList<string> SetPriv() =>
        Name is null ? ["setpriv"] : ["setpriv", $"--reuid={Name}", $"--regid={Group}", "--clear-groups"];
}
