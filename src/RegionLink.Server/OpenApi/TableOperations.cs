using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using RegionLink.Runtime.Queries;

namespace RegionLink.Server.OpenApi;

/// <summary>Describes lists from their tables: filters, sorting, paging, the shape of a row.</summary>
public sealed class TableOperations : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<Table>().LastOrDefault() is not { } table)
        {
            return Task.CompletedTask;
        }

        operation.OperationId = $"list-{table.Name}";
        operation.Summary ??= $"List of {table.Name}: a page as JSON, or all matching rows as text/csv, xlsx or application/x-ndjson by Accept.";
        operation.Parameters ??= [];
        // A parameter the endpoint reads itself takes the place of the filter of that name.
        foreach (var column in table.Columns.Where(c => c.Type != ColumnType.Json && operation.Parameters.All(p => p.Name != c.Name)))
        {
            operation.Parameters.Add(Query(
                column.Name,
                $"{column.Vi} / {column.En}. Also {column.Name}.ne, .gte, .lte, .gt, .lt, .contains, .missing; a comma separates alternatives.",
                column.Type == ColumnType.TextList ? new OpenApiSchema { Type = JsonSchemaType.String } : SchemaOf(column, nullable: false)));
        }

        operation.Parameters.Add(Query("sort", "Column to sort by; a leading minus for descending.", Text()));
        operation.Parameters.Add(Query("limit", $"Rows of a page, 1-{TableRequest.MostRowsPerPage}; {TableRequest.DefaultLimit} when left out.", new() { Type = JsonSchemaType.Integer }));
        operation.Parameters.Add(Query("cursor", "The value of next of the page before, or the cursor of any row: the page starts behind it.", Text()));
        operation.Parameters.Add(Query("before", "The value of previous of the page after, or the cursor of any row: the page ends before it. Empty for the last page.", Text()));
        operation.Parameters.Add(Query("cursors", "true adds the cursor of every row.", new() { Type = JsonSchemaType.Boolean }));
        operation.Parameters.Add(Query("each", "A text column: answers {each: {value: page}}, a first page for every value of it at once.", Text()));
        operation.Parameters.Add(Query("ids", $"Only these keys, separated by commas; at most {TableRequest.MostIds}.", Text()));
        operation.Parameters.Add(Query("total", "true counts all matching rows.", new() { Type = JsonSchemaType.Boolean }));
        operation.Responses = new OpenApiResponses { ["200"] = Rows(table) };
        return Task.CompletedTask;
    }

    private static OpenApiResponse Rows(Table table)
    {
        var row = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = new Dictionary<string, IOpenApiSchema>() };
        foreach (var column in table.Columns)
        {
            row.Properties[column.Name] = SchemaOf(column, nullable: true);
        }

        var page = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["items"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = row },
                ["next"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Description = "Cursor of the next page; null on the last." },
                ["previous"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Description = "Only with before: the page before; null on the first." },
                ["cursors"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text(), Description = "Only with cursors=true: the place of every row." },
                ["total"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "Only with total=true." },
            },
        };
        var file = new OpenApiMediaType { Schema = Text() };
        return new()
        {
            Description = "The rows the caller may see.",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new OpenApiMediaType { Schema = page },
                [Http.TableEndpoints.Csv] = file,
                [Http.TableEndpoints.Xlsx] = file,
                [Http.TableEndpoints.Ndjson] = file,
            },
        };
    }

    private static OpenApiSchema SchemaOf(Column column, bool nullable)
    {
        var schema = column.Type switch
        {
            ColumnType.Integer => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" },
            ColumnType.Money => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64", Description = $"{column.Vi} / {column.En}, VND." },
            ColumnType.Decimal => new OpenApiSchema { Type = JsonSchemaType.Number },
            ColumnType.Boolean => new OpenApiSchema { Type = JsonSchemaType.Boolean },
            ColumnType.Date => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
            ColumnType.Instant => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" },
            ColumnType.TextList => new OpenApiSchema { Type = JsonSchemaType.Array, Items = Text() },
            ColumnType.Json => new OpenApiSchema(),
            _ => Text(),
        };
        schema.Description ??= $"{column.Vi} / {column.En}";
        if (nullable && schema.Type is not null)
        {
            schema.Type |= JsonSchemaType.Null;
        }

        return schema;
    }

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static OpenApiParameter Query(string name, string description, OpenApiSchema schema) =>
        new() { Name = name, In = ParameterLocation.Query, Description = description, Schema = schema };
}
