"""How a criterion is looked at: its truth at once, what explains it when that is asked for."""
