using System.CommandLine;

namespace RegionLink.Server.CommandLine;

/// <summary>Options several commands share, so that they are spelled and explained once.</summary>
internal static class CommonOptions
{
    public static Option<string?> Data() => new("--data")
    {
        HelpName = "DIR",
        Description = "Thư mục dữ liệu của PostgreSQL riêng; mặc định .regionlink ở thư mục hiện tại / Data folder of the private PostgreSQL; by default .regionlink in the current folder",
    };

    public static Option<int> Port() => Port("--port", 5080, "Cổng HTTP; 0 = một cổng trống bất kỳ / HTTP port; 0 = any free one");

    public static Option<int> Port(string name, int preset, string description)
    {
        var port = new Option<int>(name)
        {
            HelpName = "PORT",
            DefaultValueFactory = _ => preset,
            Description = description,
        };
        port.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() is < 0 or > 65535)
            {
                given.AddError($"{name}: 0–65535.");
            }
        });
        return port;
    }
}
