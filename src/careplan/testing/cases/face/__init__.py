"""What a case is: the face all have, its id, which are asked for, and how failures are told."""
