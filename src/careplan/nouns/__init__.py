"""What the documents speak about: facilities, institutions, estates, people, applicants."""
