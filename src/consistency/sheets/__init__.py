"""DOCX files in the looks of the house: the memo of a check and the papers to work with are written with it."""
