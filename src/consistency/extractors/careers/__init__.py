"""Jobs and studies as a curriculum vitae, or a table in a letter, sets them out."""
