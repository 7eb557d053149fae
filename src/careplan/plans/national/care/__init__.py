"""National texts on institutions that care for children under three, and on family points."""
