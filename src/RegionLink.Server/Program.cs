return await RegionLink.Server.CommandLine.RegionLinkCommand.RunAsync(args);
