"""Sending through a provider's HTTP interface: Gmail API and Microsoft Graph, in the two phases of the guarantee."""
