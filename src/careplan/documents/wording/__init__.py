"""What a document says, in words: what is cited, and what encodes each clause."""
