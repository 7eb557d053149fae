"""Who acts by a document, and when: offices, tasks, the calendar, registration routes."""
