using System.Text;
using Spectre.Console;

namespace RegionLink.Server.CommandLine;

/// <summary>The person at the terminal, or the file the output is piped to: Vietnamese first, then English.</summary>
internal sealed class Terminal
{
    // A file has no width: wide enough for the scoreboard's columns.
    private const int WidthOfFiles = 160;

    // What is made ready side by side speaks here too.
    private static readonly Lock OneLine = new();

    private Terminal(IAnsiConsole output, IAnsiConsole errors)
    {
        Output = output;
        Errors = errors;
    }

    public IAnsiConsole Output { get; }

    private IAnsiConsole Errors { get; }

    public static Terminal OfProcess()
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var output = On(Console.Out, Console.IsOutputRedirected);
        var errors = On(Console.Error, Console.IsErrorRedirected);
        if (Console.IsOutputRedirected)
        {
            output.Profile.Width = WidthOfFiles;
        }

        return new Terminal(output, errors);
    }

    /// <summary>Writes like a command whose output goes into a file.</summary>
    public static Terminal Into(TextWriter file)
    {
        var console = On(file, redirected: true);
        console.Profile.Width = WidthOfFiles;
        return new Terminal(console, console);
    }

    /// <summary>One thing said in both languages, each on a line of its own that is not broken.</summary>
    public void Say(string vi, string en)
    {
        Line(Output, vi, Style.Plain);
        Line(Output, en, new Style(decoration: Decoration.Dim));
    }

    /// <summary>Names and numbers that read the same in both languages.</summary>
    public void Detail(string text) => Line(Output, text, Style.Plain);

    public void Blank() => Output.WriteLine();

    public void Title(string vi, string en) => Line(Output, $"{vi} · {en}", new Style(decoration: Decoration.Bold));

    /// <summary>Why the command did not do its work; goes to standard error.</summary>
    public void Complain(string vi, string en)
    {
        Line(Errors, vi, new Style(Color.Red));
        Line(Errors, en, new Style(decoration: Decoration.Dim));
    }

    private static IAnsiConsole On(TextWriter writer, bool redirected) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(writer),
        Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
        ColorSystem = redirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
    });

    // Console widths wrap in the middle of addresses and passwords; a terminal wraps a long line harmlessly by itself.
    private static void Line(IAnsiConsole console, string text, Style style)
    {
        lock (OneLine)
        {
            var width = console.Profile.Width;
            console.Profile.Width = int.MaxValue;
            console.Write(new Text(text, style));
            console.WriteLine();
            console.Profile.Width = width;
        }
    }
}
