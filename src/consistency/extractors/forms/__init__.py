"""The official forms, one table each: the name of a file is the kind of the form."""
