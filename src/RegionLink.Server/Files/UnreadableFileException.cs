using RegionLink.Domain.Imports;

namespace RegionLink.Server.Files;

/// <summary>Stops the reading of a file at its first fault that leaves nothing to read. Never leaves <see cref="FileReader"/>.</summary>
internal sealed class UnreadableFileException(ImportFault fault) : Exception(fault.En)
{
    public ImportFault Fault { get; } = fault;
}
