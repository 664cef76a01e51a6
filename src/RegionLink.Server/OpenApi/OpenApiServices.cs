using Microsoft.OpenApi;

namespace RegionLink.Server.OpenApi;

/// <summary>The API's description at <c>/openapi/v1.json</c>, made from the endpoints themselves.</summary>
public static class OpenApiServices
{
    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.AddSchemaTransformer<DomainSchemas>();
        options.AddOperationTransformer<TableOperations>();
        options.AddOperationTransformer<CommonAnswers>();
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "RegionLink",
                Version = "v1",
                Description =
                    "Liên kết chuyển đổi số vùng Đông Nam Bộ. Tiền tính bằng đồng (số nguyên), ngày yyyy-MM-dd, đơn vị hành chính viết dạng 79@2025-07-01.\n\n"
                    + "Regional digital transformation platform of Southeast Vietnam. Money is whole VND, dates are yyyy-MM-dd, administrative units are "
                    + "written 79@2025-07-01. Every refusal is application/problem+json with all reasons; codes are listed under x-refusal-codes.",
            };
            document.Servers = [];
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer<RefusalCatalogue>();
    });
}
