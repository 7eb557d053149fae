"""Where an institution registers: the offices still possible, the steps there, and their days."""
