"""The checks, one file each: the path is the id."""
