"""What a document consists of: clauses, rules, sheets, forms, targets, and the plan of them all."""
