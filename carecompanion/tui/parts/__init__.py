"""The few widgets that places and sheets share."""
