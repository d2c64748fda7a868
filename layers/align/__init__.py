"""For maintainers: draws a segment over the rail network, the sea network, or through known places."""
