"""National texts on the premises of institutions: floors and fire, design, video."""
