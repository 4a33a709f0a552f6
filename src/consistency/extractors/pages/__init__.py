"""How a page is set out: lines, blocks, columns, sidebars, cells and headings."""
