"""Sheets that rest on what is shared: how a point will read, by which route a concern goes."""
