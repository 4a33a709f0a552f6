"""Families as registries tell of them: marriages, births, deaths, households, consents."""
