"""One module per format: ``render(report: Report) -> str``; the module's name is the format's."""
