"""Read, normalise and compare the papers of past and new Canadian immigration applications."""
