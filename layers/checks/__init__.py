"""The rules of the catalogue: one small function a rule, definition in, problems out."""
