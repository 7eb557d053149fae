"""The national texts behind the local documents, as far as they are known from copies.

None of them was read in a print of its own. Each clause says from which pages it is known and how
well, and cites the facts it was made from by their names; what is not known well enough is not
encoded, and the plan says so.
"""
