"""The station: a folder of episodes in; a podcast out, on the disk or for a server."""
