"""What displays say, in Chinese and English, by code: a module for each kind of answer."""
