using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using RegionLink.Domain.Common;
using RegionLink.Server.Http;

namespace RegionLink.Server.Web;

/// <summary>Marks an endpoint that answers with a page: its problems are pages, too.</summary>
internal sealed record PageMark
{
    public static readonly PageMark Mark = new();
}

/// <summary>Marks a form's endpoint; it is only reached with the token the form carried.</summary>
internal sealed record FormMark
{
    public static readonly FormMark Mark = new();
}

/// <summary>How pages and forms are put under an address. Each still has to say which right it requires.</summary>
internal static class PageEndpoints
{
    /// <summary>The group all pages belong to.</summary>
    public static RouteGroupBuilder MapPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("").ExcludeFromDescription().WithMetadata(PageMark.Mark);
        pages.AddEndpointFilter(async (context, next) =>
        {
            PageHeaders.Set(context.HttpContext);
            context.HttpContext.RequestServices.GetRequiredService<View>().Read(context.HttpContext);
            return await next(context);
        });
        return pages;
    }

    /// <summary>GET for a page.</summary>
    public static RouteHandlerBuilder MapPage(this IEndpointRouteBuilder pages, string pattern, Delegate handler) => pages.MapGet(pattern, handler);

    /// <summary>
    /// POST of a form. A form without the right token is refused before anything is read; the handler reads
    /// <see cref="HttpRequest.Form"/> and answers with a redirect, or with the page again and what was wrong.
    /// </summary>
    public static RouteHandlerBuilder MapForm(this IEndpointRouteBuilder pages, string pattern, Delegate handler) => pages
        .MapPost(pattern, handler)
        .WithMetadata(FormMark.Mark)
        .AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            var antiforgery = http.RequestServices.GetRequiredService<IAntiforgery>();
            if (http.Request.HasFormContentType)
            {
                await SentForm.ReadAsync(http.Request, http.RequestAborted);
                if (await antiforgery.IsRequestValidAsync(http))
                {
                    return await next(context);
                }
            }

            return Problem.Of(StatusCodes.Status400BadRequest, FormRefusals.TokenMissing.With());
        });

    /// <summary>The answer: a component with its parameters.</summary>
    public static RazorComponentResult<T> Page<T>(params (string Name, object? Value)[] parameters)
        where T : IComponent => new(parameters.ToDictionary(p => p.Name, p => p.Value)) { PreventStreamingRendering = true };

    /// <summary>After a form was taken: go on to a page of this server with GET, so that reloading sends nothing twice.</summary>
    public static IResult SeeOther(string address) => new SeeOtherResult(address);

    /// <summary>The same with another status, for a form that comes back with faults.</summary>
    public static RazorComponentResult<T> Page<T>(int status, params (string Name, object? Value)[] parameters)
        where T : IComponent => new(parameters.ToDictionary(p => p.Name, p => p.Value)) { PreventStreamingRendering = true, StatusCode = status };
}

/// <summary>303 to a page of this server.</summary>
/// <param name="Address">A path; never something a caller sent unchecked.</param>
internal sealed record SeeOtherResult(string Address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = Address;
        return Task.CompletedTask;
    }
}

/// <summary>Why a form was not taken.</summary>
public static class FormRefusals
{
    public static readonly RefusalCode TokenMissing = new(
        "form.token-missing",
        "Biểu mẫu đã quá hạn hoặc được gửi từ nơi khác. Hãy quay lại trang, tải lại rồi gửi lần nữa.",
        "The form is out of date or was sent from elsewhere. Go back to the page, reload it and send it again.");

    /// <summary>{0} what was typed, {1} an example.</summary>
    public static readonly RefusalCode NumberUnreadable = new(
        "form.number-unreadable",
        "\"{0}\" không đọc được là một số; hãy viết như {1}.",
        "\"{0}\" cannot be read as a number; write it like {1}.");

    /// <summary>{0} what was typed.</summary>
    public static readonly RefusalCode DateUnreadable = new(
        "form.date-unreadable",
        "\"{0}\" không phải là một ngày; hãy viết như 14/11/2026.",
        "\"{0}\" is not a day; write it like 14 Nov 2026.");

    public static readonly RefusalCode DateMissing = new(
        "form.date-missing", "Chưa nhập ngày.", "A day is missing.");

    /// <summary>{0} the least, {1} the most, as the reader writes numbers.</summary>
    public static readonly RefusalCode NumberOutOfRange = new(
        "form.number-out-of-range", "Số này phải từ {0} đến {1}.", "This number must be from {0} to {1}.");

    /// <summary>{0} what was typed, {1} an example.</summary>
    public static readonly RefusalCode NumberNotWhole = new(
        "form.number-not-whole",
        "\"{0}\" có phần lẻ, mà chỉ tiêu này đếm bằng số nguyên; hàng nghìn viết như {1}.",
        "\"{0}\" has a fraction, but this metric is counted in whole numbers; write thousands like {1}.");

    public static readonly RefusalCode NumberMissing = new(
        "form.number-missing", "Chưa nhập số.", "A number is missing.");

    /// <summary>Stands at its field, so it need not name it.</summary>
    public static readonly RefusalCode TextMissing = new(
        "form.text-missing", "Mục này chưa được nhập.", "Nothing is entered here.");

    public static readonly RefusalCode NotChosen = new(
        "form.not-chosen", "Chưa chọn mục nào trong danh sách.", "Nothing is chosen from the list.");

    public static readonly RefusalCode RepeatDiffers = new(
        "form.repeat-differs",
        "Hai lần nhập mật khẩu mới không giống nhau.",
        "The new password was not typed the same way twice.");
}
