namespace RegionLink.Domain.Common;

/// <summary>
/// One way the world may say no. The code is API: <c>feature.reason</c>, never reused. Each feature declares its codes as static fields
/// of its <c>…Refusals</c> class; the catalogue, the OpenAPI document and the uniqueness test read them from there.
/// </summary>
/// <param name="Code">Stable code such as <c>project.ceiling-exceeded</c>.</param>
/// <param name="Vi">Message for people in Vietnamese; <c>{0}</c>, <c>{1}</c>… stand for the values involved.</param>
/// <param name="En">The same message in English, with the same values.</param>
public sealed record RefusalCode(string Code, string Vi, string En)
{
    /// <summary>The refusal of one command, with the values that explain it.</summary>
    /// <param name="field">The input the reason is about, as the caller named it (<c>amount</c>, <c>steps[2].due</c>); null when it is about the whole.</param>
    /// <param name="values">Values for the placeholders as they are, not yet as text: each sentence writes them as its readers do (<see cref="ReaderFormat"/>).</param>
    public Refusal About(string? field, params object?[] values) => new(
        Code,
        string.Format(ReaderFormat.Vietnamese, Vi, values),
        string.Format(ReaderFormat.English, En, values),
        field);

    /// <summary>The refusal of one command as a whole.</summary>
    public Refusal With(params object?[] values) => About(null, values);
}
