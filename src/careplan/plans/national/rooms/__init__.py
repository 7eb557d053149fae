"""National and local texts on mother-and-baby rooms, and the slots of the five-year plan."""
