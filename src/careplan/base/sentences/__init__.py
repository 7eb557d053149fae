"""Every sentence in both languages, by code; `messages` looks them up and fills them in."""
