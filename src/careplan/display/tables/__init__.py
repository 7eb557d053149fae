"""Tables: columns with headings, typed cells, and the texts they are written as."""
