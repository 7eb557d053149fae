"""How an author writes a document: clause by clause, what encodes it right beneath."""
