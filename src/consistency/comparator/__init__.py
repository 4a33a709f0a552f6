"""Case → findings: records aligned across documents, then rules."""
