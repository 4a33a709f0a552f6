"""The new application beside the refused ones: decisions, reasons, answers, enclosures."""
