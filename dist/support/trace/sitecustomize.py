"""Starts the tracing of any Python program that finds this folder on its path (https://docs.python.org/3/library/site.html)."""

import nightshift_trace

nightshift_trace.trace_unittest()
