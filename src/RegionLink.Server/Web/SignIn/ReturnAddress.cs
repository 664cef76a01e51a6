using RegionLink.Server.Identity;

namespace RegionLink.Server.Web.SignIn;

/// <summary>Where somebody goes after signing in: only ever a page of this server.</summary>
internal static class ReturnAddress
{
    public const string Parameter = "returnTo";
    private const int Longest = 2_000;

    private static readonly string[] NoPages = ["/sign-in", "/sign-out", "/api", "/assets"];

    /// <summary>
    /// The address when it is a path of this server, else null. Two slashes, or a backslash that browsers read as one, would lead to another
    /// host; control characters are dropped by browsers before they look.
    /// </summary>
    public static string? Local(string? address) =>
        address is ['/', ..] and { Length: <= Longest }
        && (address.Length == 1 || address[1] != '/')
        && address.All(c => c > ' ' && c != '\\' && c != '\u007f')
        && !Array.Exists(NoPages, p => new PathString(address.Split('?', '#')[0]).StartsWithSegments(p, StringComparison.OrdinalIgnoreCase))
            ? address
            : null;

    /// <summary>The desk of whoever signed in.</summary>
    public static string DeskOf(Caller caller) => caller switch
    {
        { MustChangePassword: true } => "/account",
        _ when caller.May(Right.EnterFigures) || caller.May(Right.ApproveReports) => "/desk",
        _ when caller.May(Right.ManagePeriods) => "/coordination",
        _ when caller.May(Right.ManageAccounts) => "/users",
        _ => "/",
    };
}
