"""What would end a breach: the facts that may change, the smallest ways, and what each needs."""
