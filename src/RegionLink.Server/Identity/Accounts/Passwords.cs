using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using RegionLink.Domain.Common;

namespace RegionLink.Server.Identity.Accounts;

/// <summary>Hashes and judges passwords. PBKDF2-HMAC-SHA512 by the framework's hasher, which also knows older formats.</summary>
public sealed class Passwords : IDisposable
{
    /// <summary>Fewest characters of a password somebody chooses.</summary>
    public const int Shortest = 12;

    /// <summary>Most characters: hashing time grows with length.</summary>
    public const int Longest = 128;

    // OWASP Password Storage Cheat Sheet (2023) for PBKDF2-HMAC-SHA512.
    private const int Iterations = 210_000;

    // Stretching makes guesses dear; 99 random bits cannot be guessed at any price.
    private const int SampleIterations = 1_000;

    // No 0/O, 1/l/I: it is read from a terminal and typed. 20 of 31 symbols are 99 bits.
    private const string Alphabet = "23456789abcdefghjkmnpqrstuvwxyz";

    private readonly PasswordHasher<Passwords> hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));
    private readonly PasswordHasher<Passwords> samples = new(Options.Create(new PasswordHasherOptions { IterationCount = SampleIterations }));

    // A hash of nothing anybody knows, made when the first sign-in needs it.
    private readonly Lazy<string> nobody;

    // Hashing is work for a processor: more at once than processors only makes every other request wait.
    private readonly SemaphoreSlim processors = new(Environment.ProcessorCount);

    public Passwords()
    {
        nobody = new(() => hasher.HashPassword(this, Random()));
    }

    /// <summary>Good but for people to read out: four groups of five characters.</summary>
    public static string Random() =>
        string.Join('-', RandomNumberGenerator.GetString(Alphabet, 20).Chunk(5).Select(group => new string(group)));

    /// <summary>Everything against a new password.</summary>
    public static IEnumerable<Refusal> Faults(string password, string login, string field)
    {
        var length = password.EnumerateRunes().Count();
        if (length < Shortest)
        {
            yield return AccountRefusals.PasswordTooShort.About(field, Shortest);
        }

        if (length > Longest)
        {
            yield return AccountRefusals.PasswordTooLong.About(field, Longest);
        }

        if (password.Contains(login, StringComparison.OrdinalIgnoreCase))
        {
            yield return AccountRefusals.PasswordContainsLogin.About(field);
        }

        if (length > 0 && password.EnumerateRunes().Distinct().Count() < 5)
        {
            yield return AccountRefusals.PasswordTooPlain.About(field);
        }
    }

    public async Task<string> HashAsync(string password, CancellationToken ct) =>
        await OnProcessorAsync(() => hasher.HashPassword(this, Normal(password)), ct);

    /// <summary>
    /// Hashes a password of <see cref="Random"/> for an account of <c>up</c> in a moment; the first sign-in hashes it again at full strength.
    /// Not for other accounts: until then its shorter time would tell that the login exists, which everybody knows of the samples.
    /// </summary>
    public Task<string> HashSampleAsync(string password, CancellationToken ct) =>
        OnProcessorAsync(() => samples.HashPassword(this, Normal(password)), ct);

    /// <summary>Compares; takes the same time whether or not there is an account.</summary>
    /// <param name="hash">The stored hash; null when there is no account to compare with.</param>
    /// <returns>Whether it is the password, and a stronger hash of it when the stored one is of an older strength.</returns>
    public Task<(bool Good, string? Stronger)> VerifyAsync(string? hash, string password, CancellationToken ct) =>
        OnProcessorAsync(
            () =>
            {
                var normal = Normal(password);
                var result = hasher.VerifyHashedPassword(this, hash ?? nobody.Value, normal);
                return result switch
                {
                    _ when hash is null => (false, null),
                    PasswordVerificationResult.Success => (true, null),
                    PasswordVerificationResult.SuccessRehashNeeded => (true, (string?)hasher.HashPassword(this, normal)),
                    _ => (false, null),
                };
            },
            ct);

    public void Dispose() => processors.Dispose();

    // "Hòa" typed on two keyboards may be two byte sequences; it is one password.
    private static string Normal(string password) => password.Normalize(NormalizationForm.FormC);

    private async Task<T> OnProcessorAsync<T>(Func<T> work, CancellationToken ct)
    {
        await processors.WaitAsync(ct);
        try
        {
            return await Task.Run(work, ct);
        }
        finally
        {
            processors.Release();
        }
    }
}
