"""JSON Schemas: of what holds no other, of criteria, of whole classes; of a filled-in form."""
