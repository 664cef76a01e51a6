using System.Globalization;
using System.Text;

namespace RegionLink.Runtime.Grains;

/// <summary>PostgreSQL's text form of an array (manual, §8.15.2): every element quoted, so that none is taken for null or for a separator.</summary>
public static class ArrayLiteral
{
    public static string Of(IEnumerable<string> elements)
    {
        var literal = new StringBuilder("{");
        foreach (var element in elements)
        {
            literal.Append(literal.Length > 1 ? ",\"" : "\"");
            foreach (var c in element)
            {
                literal.Append(c is '"' or '\\' ? "\\" : "").Append(c);
            }

            literal.Append('"');
        }

        return literal.Append('}').ToString();
    }

    public static string Of(IEnumerable<DateOnly> elements) => Of(elements.Select(e => e.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
}
