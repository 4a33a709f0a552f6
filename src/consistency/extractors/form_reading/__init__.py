"""The machine that reads any official form, filled on screen, printed or scanned."""
