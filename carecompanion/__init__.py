"""A private journal of how well a care co-ordinator meets what makes a good one."""

__version__ = "0.1.0"
