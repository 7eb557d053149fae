"""What is asked of a document, each with its answers: scores, paths, progress, agenda, forms."""
