namespace RegionLink.Server.Identity.Sessions;

/// <summary>What came of signing in.</summary>
public abstract record SignInAnswer
{
    private SignInAnswer()
    {
    }

    /// <param name="Token">Of the new session.</param>
    public sealed record Open(string Token) : SignInAnswer;

    /// <summary>The password is right and a code of the second factor is needed.</summary>
    /// <param name="Ticket">Says so to the next step for a few minutes; opens nothing by itself.</param>
    public sealed record CodeNeeded(string Ticket) : SignInAnswer;

    /// <summary>The password is right and the code is not.</summary>
    /// <param name="Ticket">For another try.</param>
    public sealed record CodeWrong(string Ticket) : SignInAnswer;

    /// <summary>Login or password are wrong, or the account is locked; or the ticket is none any more.</summary>
    public sealed record Refused : SignInAnswer;
}
