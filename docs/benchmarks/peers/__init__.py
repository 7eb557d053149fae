"""What others answer the three tasks with: rules engines, data frames, SQL."""
