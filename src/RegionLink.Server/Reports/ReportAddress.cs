using RegionLink.Domain.Common;
using RegionLink.Domain.Periods;
using RegionLink.Domain.Reports;
using RegionLink.Runtime.Grains;
using RegionLink.Runtime.Reports;
using RegionLink.Server.Http;
using RegionLink.Server.Identity;

namespace RegionLink.Server.Reports;

/// <summary>The report an address names: <c>/reports/{period}/{unit}</c>.</summary>
internal readonly record struct ReportAddress(string Period, UnitKey Unit)
{
    public string Key => ReportGrain.KeyOf(Period, Unit);

    public static bool TryParse(string period, string unit, out ReportAddress address)
    {
        var known = UnitKey.TryParse(unit, out var key);
        address = new(period, key);
        return known && OpeningRules.IsId(period);
    }

    /// <summary>
    /// Sends a command to the report and answers: 404 when the address or the period is unknown, 403 for another unit, else what the grain says.
    /// </summary>
    public static async Task<IResult> SendAsync(
        string period, string unit, HttpContext http, Func<ReportAddress, CommandEnvelope, Task<GrainAnswer<Report>>> send)
    {
        if (!TryParse(period, unit, out var address))
        {
            return Problem.NotFound($"{period}/{unit}");
        }

        if (http.Caller().RefuseFor(address.Unit) is { } refused)
        {
            return refused;
        }

        var answer = await send(address, http.Envelope());
        return answer is GrainAnswer<Report>.Refused { Refusals: [{ Code: var code }, ..] } no
            && (code == ReportRefusals.PeriodUnknown.Code || code == ReportRefusals.Unknown.Code)
            ? Problem.Of(StatusCodes.Status404NotFound, no.Refusals)
            : answer.ToHttp((state, version) => ReportBody.Of(address, state, version));
    }
}
