"""careplan's classes in a caller's own: those of pydantic, msgspec, attrs and dataclasses.

What is inside is read and written as `careplan.codec` does it, as strictly. No library is
imported unless it is what asks.
"""
