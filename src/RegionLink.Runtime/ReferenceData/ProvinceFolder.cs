namespace RegionLink.Runtime.ReferenceData;

/// <summary>Where the provinces folder is.</summary>
public static class ProvinceFolder
{
    private const string Name = "provinces";
    private const string Mark = "sources.csv";

    /// <summary>The folder beside the program, as published, or in a folder above it, as in a checkout; null when there is none.</summary>
    public static string? Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, Name);
            if (File.Exists(Path.Combine(folder, Mark)))
            {
                return folder;
            }
        }

        return null;
    }
}
