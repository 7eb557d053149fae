"""Two sources of one thing: where what they state differs."""
