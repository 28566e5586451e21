"""Episodes in, ears out: a server for podcast apps and browsers."""
